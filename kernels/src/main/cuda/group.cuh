// Sums and maxima over a group of threads: a warp, or a whole block of BLOCK_THREADS.
#pragma once

#include "functions.cuh"

constexpr int WARP_THREADS = 32;
constexpr int BLOCK_THREADS = 256;

struct Sum {
  __device__ __forceinline__ float operator()(float a, float b) const { return a + b; }
};

struct Maximum {
  __device__ __forceinline__ float operator()(float a, float b) const { return larger(a, b); }
};

// Combines the value of every thread of the group; each gets the result, the same bits in all. All threads of the block
// must come here, or for a warp all of its threads.
template <class Combine>
__device__ __forceinline__ float combineGroup(float value, int groupThreads, Combine combine) {
  for (int distance = WARP_THREADS / 2; distance > 0; distance /= 2) {
    value = combine(value, __shfl_xor_sync(0xffffffffu, value, distance));
  }
  if (groupThreads == WARP_THREADS) {
    return value;
  }
  __shared__ float ofWarps[BLOCK_THREADS / WARP_THREADS];
  // The values of the call before may still be read.
  __syncthreads();
  if (threadIdx.x % WARP_THREADS == 0) {
    ofWarps[threadIdx.x / WARP_THREADS] = value;
  }
  __syncthreads();
  value = ofWarps[0];
  for (int warp = 1; warp < BLOCK_THREADS / WARP_THREADS; warp++) {
    value = combine(value, ofWarps[warp]);
  }
  return value;
}

__device__ __forceinline__ float groupSum(float value, int groupThreads) {
  return combineGroup(value, groupThreads, Sum());
}

__device__ __forceinline__ float groupMaximum(float value, int groupThreads) {
  return combineGroup(value, groupThreads, Maximum());
}

__device__ __forceinline__ float blockSum(float value) { return groupSum(value, BLOCK_THREADS); }

// The sum of an array by one block.
__device__ __forceinline__ float blockSumOf(const float* array, long long count) {
  float sum = 0.0f;
  for (long long i = threadIdx.x; i < count; i += BLOCK_THREADS) {
    sum += array[i];
  }
  return blockSum(sum);
}
