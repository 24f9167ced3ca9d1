// Walking the rows of a row-major matrix of Reals, each row by a group of threads: a warp or a block.
#pragma once

#include "group.cuh"
#include "real.cuh"

// One thread's share: which rows its group takes, and which numbers of a row are the thread's own.
struct RowWalk {
  int rows;
  int columns;
  int groupThreads;

  __device__ __forceinline__ int lane() const { return static_cast<int>(threadIdx.x) % groupThreads; }

  // Calls body(row) for each row of the group.
  template <class Body>
  __device__ __forceinline__ void each(Body body) const {
    long long groups = BLOCK_THREADS / groupThreads;
    for (long long row = blockIdx.x * groups + threadIdx.x / groupThreads; row < rows; row += gridDim.x * groups) {
      body(row);
    }
  }

  // Rows of a multiple of REALS columns all start at a multiple of 16 bytes.
  __device__ __forceinline__ bool aligned() const { return columns % REALS == 0; }

  // Calls body(column, number) for the thread's numbers of a row.
  template <class Body>
  __device__ __forceinline__ void read(const Real* row, Body body) const {
    if (aligned()) {
      for (int vector = lane(); vector < columns / REALS; vector += groupThreads) {
        RealVector values = loadReals(row, vector);
        for (int k = 0; k < REALS; k++) {
          body(vector * REALS + k, toFloat(values.at[k]));
        }
      }
    } else {
      for (int column = lane(); column < columns; column += groupThreads) {
        body(column, toFloat(row[column]));
      }
    }
  }

  // Calls body(column, first's, second's) likewise.
  template <class Body>
  __device__ __forceinline__ void read(const Real* first, const Real* second, Body body) const {
    if (aligned()) {
      for (int vector = lane(); vector < columns / REALS; vector += groupThreads) {
        RealVector a = loadReals(first, vector);
        RealVector b = loadReals(second, vector);
        for (int k = 0; k < REALS; k++) {
          body(vector * REALS + k, toFloat(a.at[k]), toFloat(b.at[k]));
        }
      }
    } else {
      for (int column = lane(); column < columns; column += groupThreads) {
        body(column, toFloat(first[column]), toFloat(second[column]));
      }
    }
  }

  // out = function(column, number)
  template <class Function>
  __device__ __forceinline__ void write(const Real* row, Real* out, Function function) const {
    if (aligned()) {
      for (int vector = lane(); vector < columns / REALS; vector += groupThreads) {
        RealVector values = loadReals(row, vector);
        for (int k = 0; k < REALS; k++) {
          values.at[k] = toReal(function(vector * REALS + k, toFloat(values.at[k])));
        }
        storeReals(out, vector, values);
      }
    } else {
      for (int column = lane(); column < columns; column += groupThreads) {
        out[column] = toReal(function(column, toFloat(row[column])));
      }
    }
  }

  // out = function(column, first's, second's)
  template <class Function>
  __device__ __forceinline__ void write(const Real* first, const Real* second, Real* out, Function function) const {
    if (aligned()) {
      for (int vector = lane(); vector < columns / REALS; vector += groupThreads) {
        RealVector a = loadReals(first, vector);
        RealVector b = loadReals(second, vector);
        for (int k = 0; k < REALS; k++) {
          a.at[k] = toReal(function(vector * REALS + k, toFloat(a.at[k]), toFloat(b.at[k])));
        }
        storeReals(out, vector, a);
      }
    } else {
      for (int column = lane(); column < columns; column += groupThreads) {
        out[column] = toReal(function(column, toFloat(first[column]), toFloat(second[column])));
      }
    }
  }

  __device__ __forceinline__ float sum(float value) const { return groupSum(value, groupThreads); }

  __device__ __forceinline__ float maximum(float value) const { return groupMaximum(value, groupThreads); }
};
