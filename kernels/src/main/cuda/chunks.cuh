// One launch over many arrays of any lengths: a table in device memory says which piece of which arrays is a block's.
#pragma once

#include "group.cuh"

// A block's piece, as Java's ChunkTable writes it: up to four arrays that run in parallel, from a multiple of 16 bytes.
struct Chunk {
  long long count;
  long long addresses[4];

  __device__ __forceinline__ float* array(int number) const { return reinterpret_cast<float*>(addresses[number]); }
};

// Calls body(i, values) for the thread's numbers: values[a] is number i of array a for a < READ; afterwards the arrays
// FIRST_WRITTEN <= a < READ are written back.
template <int READ, int FIRST_WRITTEN, class Body>
__device__ __forceinline__ void eachOfChunk(const Chunk* chunks, Body body) {
  const Chunk chunk = chunks[blockIdx.x];
  int vectors = static_cast<int>(chunk.count / 4);
  for (int i = static_cast<int>(threadIdx.x); i < vectors; i += BLOCK_THREADS) {
    float4 vector[READ];
    for (int a = 0; a < READ; a++) {
      vector[a] = reinterpret_cast<const float4*>(chunk.array(a))[i];
    }
    float values[4][READ];
    for (int a = 0; a < READ; a++) {
      values[0][a] = vector[a].x;
      values[1][a] = vector[a].y;
      values[2][a] = vector[a].z;
      values[3][a] = vector[a].w;
    }
    for (int k = 0; k < 4; k++) {
      body(values[k]);
    }
    for (int a = FIRST_WRITTEN; a < READ; a++) {
      reinterpret_cast<float4*>(chunk.array(a))[i] =
          make_float4(values[0][a], values[1][a], values[2][a], values[3][a]);
    }
  }
  int last = 4 * vectors + static_cast<int>(threadIdx.x);
  if (last < chunk.count) {
    float values[READ];
    for (int a = 0; a < READ; a++) {
      values[a] = chunk.array(a)[last];
    }
    body(values);
    for (int a = FIRST_WRITTEN; a < READ; a++) {
      chunk.array(a)[last] = values[a];
    }
  }
}
