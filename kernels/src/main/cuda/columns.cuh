// Walking a row-major matrix of Reals so that a thread keeps to its columns, and reducing columns over the rows.
//
// Whatever the number of columns, the array is read in vectors of 16 bytes: after `period` vectors, a band, the columns
// repeat. A band has period * REALS slots, each of one column; it is one row if the columns are a multiple of REALS,
// else up to REALS rows. A block's threads stand `width` vectors wide and `height` bands high, blocks of the same x go
// down the bands together.
#pragma once

#include "real.cuh"

constexpr int COLUMN_THREADS = 256;

// Passed by value from Java's ColumnTiles; width * height is at most COLUMN_THREADS.
struct ColumnTiles {
  int columns;
  int period;
  int width;
  int height;
};

// One thread's share of the matrix: the vectors of one place in the band.
struct ColumnWalk {
  ColumnTiles tiles;
  long long fullVectors;
  int rest;
  int lane;
  int place;
  bool inside;

  __device__ __forceinline__ ColumnWalk(ColumnTiles tiles, long long count)
      : tiles(tiles),
        fullVectors(count / REALS),
        rest(static_cast<int>(count % REALS)),
        lane(static_cast<int>(threadIdx.x) / tiles.width),
        place(static_cast<int>(blockIdx.x) * tiles.width + static_cast<int>(threadIdx.x) % tiles.width),
        inside(lane < tiles.height && place < tiles.period) {}

  // The column of this thread's k-th slot.
  __device__ __forceinline__ int column(int k) const {
    return static_cast<int>((static_cast<long long>(place) * REALS + k) % tiles.columns);
  }

  // The row within the band of this thread's k-th slot.
  __device__ __forceinline__ int bandRow(int k) const {
    return static_cast<int>((static_cast<long long>(place) * REALS + k) / tiles.columns);
  }

  __device__ __forceinline__ long long firstBand() const {
    return static_cast<long long>(blockIdx.y) * tiles.height + lane;
  }

  __device__ __forceinline__ long long vector(long long band) const { return band * tiles.period + place; }

  // Calls body(vector, band, reals) for each vector; reals is REALS but at the end of the matrix.
  template <class Body>
  __device__ __forceinline__ void each(Body body) const {
    if (!inside) {
      return;
    }
    long long band = firstBand();
    long long stride = static_cast<long long>(gridDim.y) * tiles.height;
#pragma unroll 4
    for (; vector(band) < fullVectors; band += stride) {
      body(vector(band), band, REALS);
    }
    if (rest > 0 && vector(band) == fullVectors) {
      body(fullVectors, band, rest);
    }
  }
};

// The first `reals` of a vector, 0 in place of the others.
__device__ __forceinline__ RealVector loadPart(const Real* array, long long vector, int reals) {
  if (reals == REALS) {
    return loadReals(array, vector);
  }
  RealVector values = {};
  for (int k = 0; k < REALS; k++) {
    if (k < reals) {
      values.at[k] = array[vector * REALS + k];
    }
  }
  return values;
}

__device__ __forceinline__ void storePart(Real* array, long long vector, int reals, RealVector values) {
  if (reals == REALS) {
    storeReals(array, vector, values);
    return;
  }
  for (int k = 0; k < REALS; k++) {
    if (k < reals) {
      array[vector * REALS + k] = values.at[k];
    }
  }
}

__device__ __forceinline__ float merge(float a, float b) { return a + b; }

// Two sums that are taken together, as every normalisation's gradient needs.
struct SumPair {
  float grad;
  float gradTimesNormalised;
};

__device__ __forceinline__ SumPair merge(SumPair a, SumPair b) {
  return {a.grad + b.grad, a.gradTimesNormalised + b.gradTimesNormalised};
}

// Merges the values of threads above each other, pairwise so that rounding errors stay small: thread x < width holds
// the results of its N slots afterwards. `values` must be neutral in threads outside the matrix. At most
// one call in a kernel: its shared memory is not guarded against a second.
template <int N, class Value>
__device__ __forceinline__ void mergeLanes(Value (&values)[N], int width, int height) {
  __shared__ Value shared[N][COLUMN_THREADS];
  int thread = static_cast<int>(threadIdx.x);
  int lane = thread / width;
  for (int k = 0; k < N; k++) {
    shared[k][thread] = values[k];
  }
  int span = 1;
  while (span < height) {
    span *= 2;
  }
  for (int half = span / 2; half > 0; half /= 2) {
    __syncthreads();
    if (lane < half && lane + half < height) {
      for (int k = 0; k < N; k++) {
        shared[k][thread] = merge(shared[k][thread], shared[k][thread + half * width]);
      }
    }
  }
  for (int k = 0; k < N; k++) {
    values[k] = shared[k][thread];
  }
}

// Writes what mergeLanes left as this row of blocks' part of partials [grid y, slots]. Since a band's slots are whole
// rows, that is a matrix [parts, columns] with parts = grid y * slots / columns.
template <class Value>
__device__ __forceinline__ void storePartials(const ColumnWalk& walk, Value (&values)[REALS], Value* partials) {
  if (walk.lane == 0 && walk.inside) {
    long long slots = static_cast<long long>(walk.tiles.period) * REALS;
    for (int k = 0; k < REALS; k++) {
      partials[blockIdx.y * slots + static_cast<long long>(walk.place) * REALS + k] = values[k];
    }
  }
}

// A block of mergeParts is so many columns wide; COLUMN_THREADS / FINISH_WIDTH threads share a column.
constexpr int FINISH_WIDTH = 8;

// Merges a column of partials [parts, columns]; the result is right in threads x < FINISH_WIDTH, for the column
// blockIdx.x * FINISH_WIDTH + x if there is one.
template <class Value>
__device__ __forceinline__ Value mergeParts(int parts, int columns, const Value* partials, Value neutral) {
  constexpr int HEIGHT = COLUMN_THREADS / FINISH_WIDTH;
  int lane = static_cast<int>(threadIdx.x) / FINISH_WIDTH;
  int column = static_cast<int>(blockIdx.x) * FINISH_WIDTH + static_cast<int>(threadIdx.x) % FINISH_WIDTH;
  Value merged[1] = {neutral};
  if (column < columns) {
    for (int part = lane; part < parts; part += HEIGHT) {
      merged[0] = merge(merged[0], partials[static_cast<long long>(part) * columns + column]);
    }
  }
  mergeLanes(merged, FINISH_WIDTH, HEIGHT);
  return merged[0];
}

// The column that thread x < FINISH_WIDTH finishes, or -1.
__device__ __forceinline__ int finishedColumn(int columns) {
  int column = static_cast<int>(blockIdx.x) * FINISH_WIDTH + static_cast<int>(threadIdx.x);
  return static_cast<int>(threadIdx.x) < FINISH_WIDTH && column < columns ? column : -1;
}
