// What softmax, its logarithm and cross entropy share.
#pragma once

#include "functions.cuh"
#include "rows.cuh"

// A row's largest number, and the sum of the exponentials of all when that is taken out so that nothing overflows.
struct Exponentials {
  float largest;
  float sum;

  // exp(value) / sum of exp
  __device__ __forceinline__ float share(float value) const { return expf(value - largest) / sum; }

  // Of that share the logarithm, given logSum = log(sum).
  __device__ __forceinline__ float logShare(float value, float logSum) const { return value - largest - logSum; }
};

__device__ __forceinline__ Exponentials exponentials(const RowWalk& walk, const Real* row) {
  float largest = toFloat(row[0]);
  walk.read(row, [&](int, float value) { largest = larger(largest, value); });
  largest = walk.maximum(largest);
  float sum = 0.0f;
  walk.read(row, [&](int, float value) { sum += expf(value - largest); });
  return {largest, walk.sum(sum)};
}
