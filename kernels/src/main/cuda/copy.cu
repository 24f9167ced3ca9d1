// Strided copies. from and to are where the box begins in either layout.
#include "layouts.cuh"
#include "real.cuh"

template <typename T>
__device__ __forceinline__ void copyBox(const T* __restrict__ from, T* __restrict__ to, long long count,
                                        const TwoLayouts& box) {
  for (long long i = firstItem(); i < count; i += itemStride()) {
    TwoOffsets at = offsetsOf(box, i);
    to[at.second] = from[at.first];
  }
}

// count Reals, in the box's row-major order.
extern "C" __global__ void copy_elements(const Real* __restrict__ from, Real* __restrict__ to, long long count,
                                         TwoLayouts box) {
  copyBox(from, to, count, box);
}

// The same for a box whose innermost axis is contiguous in both layouts, where sizes, strides and offsets are multiples
// of REALS: count, sizes and strides are in packs of REALS.
extern "C" __global__ void copy_vectors(const Real* __restrict__ from, Real* __restrict__ to, long long count,
                                        TwoLayouts box) {
  copyBox(reinterpret_cast<const RealVector*>(from), reinterpret_cast<RealVector*>(to), count, box);
}

// A batch of transpositions: rows are neighbours in from, columns are neighbours in to.
struct Transposition {
  int batch;
  int rows;
  int columns;
  int fromBatchStride;
  int fromColumnStride;
  int toBatchStride;
  int toRowStride;
};

constexpr int TILE = 32;

// By tiles of 32 x 32 through shared memory, so that both sides see runs of 32; a thread moves every
// (blockDim.x / 32)th row of a tile. The grid's x axis goes over tiles, y over the batch. The odd row length keeps the
// tile's columns in different banks.
extern "C" __global__ void copy_transposed(const Real* __restrict__ from, Real* __restrict__ to, Transposition size) {
  __shared__ Real tile[TILE][TILE + 1];
  int lane = threadIdx.x % TILE;
  int line = threadIdx.x / TILE;
  int lines = blockDim.x / TILE;
  int across = (size.columns + TILE - 1) / TILE;
  int tiles = (size.rows + TILE - 1) / TILE * across;
  for (int n = blockIdx.y; n < size.batch; n += gridDim.y) {
    for (int t = blockIdx.x; t < tiles; t += gridDim.x) {
      int firstRow = t / across * TILE;
      int firstColumn = t % across * TILE;
      for (int k = line; k < TILE; k += lines) {
        int row = firstRow + lane;
        int column = firstColumn + k;
        if (row < size.rows && column < size.columns) {
          tile[k][lane] = from[n * size.fromBatchStride + row + column * size.fromColumnStride];
        }
      }
      __syncthreads();
      for (int k = line; k < TILE; k += lines) {
        int row = firstRow + k;
        int column = firstColumn + lane;
        if (row < size.rows && column < size.columns) {
          to[n * size.toBatchStride + row * size.toRowStride + column] = tile[lane][k];
        }
      }
      __syncthreads();
    }
  }
}
