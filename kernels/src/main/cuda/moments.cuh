// Mean and variance of a sample that many threads share, so that a mean far from 0 costs the variance no digits.
#pragma once

#include "columns.cuh"

// A sample's size, its mean, and the sum of squared distances from that mean.
struct Moments {
  float count;
  float mean;
  float squares;
};

// Of both samples together (Chan, Golub, LeVeque: "Updating formulae and a pairwise algorithm", 1979).
__device__ __forceinline__ Moments merge(Moments a, Moments b) {
  float count = a.count + b.count;
  float share = count > 0.0f ? b.count / count : 0.0f;
  float distance = b.mean - a.mean;
  return {count, a.mean + distance * share, a.squares + b.squares + distance * distance * a.count * share};
}

// Of count numbers, from sums over their distances from any number near them.
__device__ __forceinline__ Moments shiftedMoments(int count, float shift, float sum, float squares) {
  if (count == 0) {
    return {0.0f, 0.0f, 0.0f};
  }
  float n = static_cast<float>(count);
  float central = squares - sum * (sum / n);
  // Rounding may leave a little less than 0, and NaN must stay.
  return {n, shift + sum / n, central < 0.0f ? 0.0f : central};
}

__device__ __forceinline__ float inverseDeviation(float variance, float epsilon) {
  return 1.0f / sqrtf(variance + epsilon);
}

__device__ __forceinline__ float inverseDeviation(Moments of, float epsilon) {
  return inverseDeviation(of.squares / of.count, epsilon);
}

// The moments of the numbers in each of a thread's slots: shifted by the first of them, which lies as far from the mean
// as any does.
__device__ __forceinline__ void threadMoments(
    const ColumnWalk& walk, const Real* __restrict__ x, Moments (&moments)[REALS]) {
  float shift[REALS] = {};
  float sum[REALS] = {};
  float squares[REALS] = {};
  int full = 0;
  int rest = 0;
  walk.each([&](long long vector, long long, int reals) {
    RealVector values = loadPart(x, vector, reals);
    if (full == 0) {
      for (int k = 0; k < REALS; k++) {
        shift[k] = toFloat(values.at[k]);
      }
    }
    for (int k = 0; k < REALS; k++) {
      if (k < reals) {
        float distance = toFloat(values.at[k]) - shift[k];
        sum[k] += distance;
        squares[k] += distance * distance;
      }
    }
    full += reals == REALS;
    rest += reals == REALS ? 0 : reals;
  });
  for (int k = 0; k < REALS; k++) {
    moments[k] = shiftedMoments(full + (k < rest), shift[k], sum[k], squares[k]);
  }
}
