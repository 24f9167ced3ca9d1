// One launch over many arrays of any lengths. Where they lie comes by value with the launch: no table in device memory
// that would have to be uploaded, and a captured launch keeps its own.
#pragma once

#include "group.cuh"

constexpr int CHUNK = 4096;
constexpr int MOST_ARRAYS = 80;

// Up to MOST_ARRAYS arrays, or runs of up to four arrays of the same length in parallel, cut into chunks of CHUNK
// floats, one a block; each array starts at a multiple of 16 bytes. Numbers of 64 bits are {low, high}. Java's
// ParallelArrays writes it.
struct ChunkedArrays {
  int arrays;
  int firstBlock[MOST_ARRAYS];
  int length[MOST_ARRAYS][2];
  int address[4][MOST_ARRAYS][2];
};

__device__ __forceinline__ long long wide(const int (&halves)[2]) {
  return static_cast<long long>(static_cast<unsigned int>(halves[0])) | static_cast<long long>(halves[1]) << 32;
}

// This block's chunk of RUN parallel arrays.
template <int RUN>
struct Chunk {
  int count;
  float* array[RUN];

  __device__ __forceinline__ explicit Chunk(const ChunkedArrays& of) {
    int block = static_cast<int>(blockIdx.x);
    int number = 0;
    for (int after = of.arrays; after - number > 1;) {
      int middle = (number + after) / 2;
      if (of.firstBlock[middle] <= block) {
        number = middle;
      } else {
        after = middle;
      }
    }
    long long from = static_cast<long long>(block - of.firstBlock[number]) * CHUNK;
    long long rest = wide(of.length[number]) - from;
    count = rest < CHUNK ? static_cast<int>(rest) : CHUNK;
    for (int a = 0; a < RUN; a++) {
      array[a] = reinterpret_cast<float*>(wide(of.address[a][number])) + from;
    }
  }

  // Calls body(values) for the numbers of this thread, values[a] being array a's; afterwards arrays WRITTEN and later
  // are written back.
  template <int WRITTEN, class Body>
  __device__ __forceinline__ void each(Body body) const {
    int vectors = count / 4;
    for (int i = static_cast<int>(threadIdx.x); i < vectors; i += BLOCK_THREADS) {
      float values[4][RUN];
      for (int a = 0; a < RUN; a++) {
        float4 vector = reinterpret_cast<const float4*>(array[a])[i];
        values[0][a] = vector.x;
        values[1][a] = vector.y;
        values[2][a] = vector.z;
        values[3][a] = vector.w;
      }
      for (int k = 0; k < 4; k++) {
        body(values[k]);
      }
      for (int a = WRITTEN; a < RUN; a++) {
        reinterpret_cast<float4*>(array[a])[i] =
            make_float4(values[0][a], values[1][a], values[2][a], values[3][a]);
      }
    }
    int last = 4 * vectors + static_cast<int>(threadIdx.x);
    if (last < count) {
      float values[RUN];
      for (int a = 0; a < RUN; a++) {
        values[a] = array[a][last];
      }
      body(values);
      for (int a = WRITTEN; a < RUN; a++) {
        array[a][last] = values[a];
      }
    }
  }
};
