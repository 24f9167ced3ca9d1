// Sums over the middle axis of x [outer, reduced, inner] to float. Long sums are cut into parts of which each gives a
// number; the fp32 variant of the same kernels then adds those up. The order of addition depends on the sizes and the
// launch only. Blocks have BLOCK_THREADS threads.
#include "group.cuh"
#include "real.cuh"

// The part of x[from .. to) that falls to one of threads threads, 16 bytes at a time where from allows it.
__device__ __forceinline__ float shareOfRun(const Real* __restrict__ x, long long from, long long to, int thread,
                                            int threads) {
  float sum = 0;
  if (from % REALS == 0) {
    long long end = to / REALS;
#pragma unroll 4
    for (long long i = from / REALS + thread; i < end; i += threads) {
      RealVector terms = loadReals(x, i);
      float partial = 0;
#pragma unroll
      for (int k = 0; k < REALS; k++) {
        partial += toFloat(terms.at[k]);
      }
      sum += partial;
    }
    from = end * REALS;
  }
#pragma unroll 4
  for (long long i = from + thread; i < to; i += threads) {
    sum += toFloat(x[i]);
  }
  return sum;
}

// y[row] = the sum of x[row, :] for rows of columns, a warp a row.
extern "C" __global__ void sum_rows(const Real* __restrict__ x, float* __restrict__ y, long long rows, int columns) {
  int lane = threadIdx.x % WARP_THREADS;
  for (long long row = firstItem() / WARP_THREADS; row < rows; row += itemStride() / WARP_THREADS) {
    float share = shareOfRun(x, row * columns, (row + 1) * columns, lane, WARP_THREADS);
    float sum = groupSum(share, WARP_THREADS);
    if (lane == 0) {
      y[row] = sum;
    }
  }
}

// y[row, part] = the sum of part number part of x[row, :], for rows cut into parts; a block a part.
extern "C" __global__ void sum_row_parts(const Real* __restrict__ x, float* __restrict__ y, long long rows, int columns,
                                         int parts) {
  long long length = (columns + parts - 1LL) / parts;
  length = (length + REALS - 1) / REALS * REALS;
  for (long long at = blockIdx.x; at < rows * parts; at += gridDim.x) {
    long long row = at / parts;
    long long part = at % parts;
    long long from = part * length < columns ? part * length : columns;
    long long to = from + length < columns ? from + length : columns;
    float sum = blockSum(shareOfRun(x, row * columns + from, row * columns + to, threadIdx.x, BLOCK_THREADS));
    if (threadIdx.x == 0) {
      y[at] = sum;
    }
  }
}

// A block has width threads side by side over the columns (a power of two), the others below them over the rows.
struct ColumnSums {
  int outer;
  int reduced;
  int inner;
  int parts;
  int width;
};

// y[o, part, i] = the sum over the rows r of that part of x[o, r, i]. A thread takes COUNT neighbouring columns, of
// which inner is a multiple. The grid's x axis goes over the columns within the parts, y over outer.
template <int COUNT>
__device__ __forceinline__ void sumColumns(const Real* __restrict__ x, float* __restrict__ y, const ColumnSums& s) {
  __shared__ float sums[COUNT][BLOCK_THREADS];
  int lane = threadIdx.x % s.width;
  int line = threadIdx.x / s.width;
  int lines = BLOCK_THREADS / s.width;
  int tiles = (s.inner / COUNT + s.width - 1) / s.width;
  int column = (blockIdx.x % tiles * s.width + lane) * COUNT;
  int part = blockIdx.x / tiles;
  int length = (s.reduced + s.parts - 1) / s.parts;
  int to = part < s.reduced / length ? (part + 1) * length : s.reduced;
  for (int o = blockIdx.y; o < s.outer; o += gridDim.y) {
    float sum[COUNT] = {};
    if (column < s.inner) {
      const Real* top = x + static_cast<long long>(o) * s.reduced * s.inner + column;
#pragma unroll 4
      for (int r = part * length + line; r < to; r += lines) {
        Pack<Real, COUNT> terms =
            *reinterpret_cast<const Pack<Real, COUNT>*>(top + static_cast<long long>(r) * s.inner);
#pragma unroll
        for (int k = 0; k < COUNT; k++) {
          sum[k] += toFloat(terms.at[k]);
        }
      }
    }
#pragma unroll
    for (int k = 0; k < COUNT; k++) {
      sums[k][threadIdx.x] = sum[k];
    }
    __syncthreads();
    for (int half = lines / 2; half > 0; half /= 2) {
      if (line < half) {
#pragma unroll
        for (int k = 0; k < COUNT; k++) {
          sums[k][threadIdx.x] += sums[k][threadIdx.x + half * s.width];
        }
      }
      __syncthreads();
    }
    if (line == 0 && column < s.inner) {
#pragma unroll
      for (int k = 0; k < COUNT; k++) {
        y[(static_cast<long long>(o) * s.parts + part) * s.inner + column + k] = sums[k][threadIdx.x];
      }
    }
    __syncthreads();
  }
}

extern "C" __global__ void sum_columns(const Real* __restrict__ x, float* __restrict__ y, ColumnSums size) {
  sumColumns<1>(x, y, size);
}

// Where inner is a multiple of REALS.
extern "C" __global__ void sum_column_vectors(const Real* __restrict__ x, float* __restrict__ y, ColumnSums size) {
  sumColumns<REALS>(x, y, size);
}
