// Maxima over the middle axis of x [outer, reduced, inner] and where in x they stand (flat), of equals the first.
#include "largest.cuh"
#include "real.cuh"

constexpr int MOST_THREADS = 256;

// A thread a result. results = outer * inner.
extern "C" __global__ void max_by_threads(const Real* __restrict__ x, Real* __restrict__ y,
                                          long long* __restrict__ indices, long long results, int reduced, int inner) {
  for (long long i = firstItem(); i < results; i += itemStride()) {
    long long first = i / inner * reduced * inner + i % inner;
    long long where = first;
    float largest = toFloat(x[first]);
#pragma unroll 4
    for (int r = 1; r < reduced; r++) {
      long long at = first + static_cast<long long>(r) * inner;
      float candidate = toFloat(x[at]);
      if (beats(candidate, largest)) {
        largest = candidate;
        where = at;
      }
    }
    y[i] = toReal(largest);
    indices[i] = where;
  }
}

// A block a result, for few long reductions. blockDim.x is a power of two.
extern "C" __global__ void max_by_blocks(const Real* __restrict__ x, Real* __restrict__ y,
                                         long long* __restrict__ indices, long long results, int reduced, int inner) {
  __shared__ float largest[MOST_THREADS];
  __shared__ int rows[MOST_THREADS];
  int t = threadIdx.x;
  for (long long i = blockIdx.x; i < results; i += gridDim.x) {
    const Real* top = x + i / inner * reduced * inner + i % inner;
    int row = t < reduced ? t : 0;
    float best = toFloat(top[static_cast<long long>(row) * inner]);
#pragma unroll 4
    for (int r = t + blockDim.x; r < reduced; r += blockDim.x) {
      float candidate = toFloat(top[static_cast<long long>(r) * inner]);
      if (beats(candidate, best)) {
        best = candidate;
        row = r;
      }
    }
    largest[t] = best;
    rows[t] = row;
    __syncthreads();
    for (int half = blockDim.x / 2; half > 0; half /= 2) {
      if (t < half) {
        int u = t + half;
        bool level = !beats(largest[t], largest[u]);
        if (beats(largest[u], largest[t]) || (level && rows[u] < rows[t])) {
          largest[t] = largest[u];
          rows[t] = rows[u];
        }
      }
      __syncthreads();
    }
    if (t == 0) {
      y[i] = toReal(largest[0]);
      indices[i] = (i / inner * reduced + rows[0]) * inner + i % inner;
    }
    __syncthreads();
  }
}
