// Counter-based random numbers, the words those of ganengine.kernels.Philox: a vector of 16 bytes a thread.
#include "real.cuh"

struct Words {
  unsigned int of[4];
};

// Philox 4x32-10 (Salmon et al., SC 2011).
__device__ __forceinline__ Words philox(unsigned long long key, unsigned int block, unsigned int stream, long long step) {
  unsigned int k0 = static_cast<unsigned int>(key);
  unsigned int k1 = static_cast<unsigned int>(key >> 32);
  unsigned int c0 = block;
  unsigned int c1 = stream;
  unsigned int c2 = static_cast<unsigned int>(step);
  unsigned int c3 = static_cast<unsigned int>(static_cast<unsigned long long>(step) >> 32);
  for (int round = 0; round < 10; round++) {
    unsigned long long product0 = 0xD2511F53ull * c0;
    unsigned long long product1 = 0xCD9E8D57ull * c2;
    c0 = static_cast<unsigned int>(product1 >> 32) ^ c1 ^ k0;
    c2 = static_cast<unsigned int>(product0 >> 32) ^ c3 ^ k1;
    c1 = static_cast<unsigned int>(product1);
    c3 = static_cast<unsigned int>(product0);
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  return {{c0, c1, c2, c3}};
}

// A word as one of 2^23 numbers in (0, 1), each exact in float.
__device__ __forceinline__ float uniformOf(unsigned int word) {
  return (static_cast<float>(word >> 9) + 0.5f) * 1.1920928955078125e-7f;
}

// Cosine and sine of `turns` turns, turns in (0, 1). The quarter is taken off exactly, so that the angle that is left, at
// most pi / 4, has no rounding error of a whole turn; there the first terms of the series are below float's precision.
__device__ __forceinline__ void cosineAndSine(float turns, float* cosine, float* sine) {
  int quarter = static_cast<int>(4.0f * turns + 0.5f);
  float angle = (4.0f * turns - static_cast<float>(quarter)) * 1.5707963267948966f;
  float square = angle * angle;
  float s = angle + angle * square
      * (-1.0f / 6 + square * (1.0f / 120 + square * (-1.0f / 5040 + square * (1.0f / 362880))));
  float c = 1.0f + square
      * (-0.5f + square * (1.0f / 24 + square * (-1.0f / 720 + square * (1.0f / 40320))));
  bool swapped = quarter % 2 != 0;
  float x = swapped ? s : c;
  float y = swapped ? c : s;
  *cosine = quarter == 1 || quarter == 2 ? -x : x;
  *sine = quarter == 2 || quarter == 3 ? -y : y;
}

struct Uniform {
  float low;
  float range;

  __device__ __forceinline__ void draw(const Words& words, float* numbers) const {
    for (int i = 0; i < 4; i++) {
      numbers[i] = low + range * uniformOf(words.of[i]);
    }
  }
};

// Box and Muller: the radius from one word, the angle from the next.
struct Normal {
  float mean;
  float deviation;

  __device__ __forceinline__ void draw(const Words& words, float* numbers) const {
    for (int i = 0; i < 4; i += 2) {
      float radius = sqrtf(-2.0f * logf(uniformOf(words.of[i])));
      float cosine;
      float sine;
      cosineAndSine(uniformOf(words.of[i + 1]), &cosine, &sine);
      numbers[i] = mean + deviation * (radius * cosine);
      numbers[i + 1] = mean + deviation * (radius * sine);
    }
  }
};

// Number i comes from word i mod 4 of block i / 4.
template <class Distribution>
__device__ __forceinline__ void fill(
    Distribution distribution, long long seed, int stream, const long long* step, long long count, Real* out) {
  long long now = step[0];
  long long vectors = (count + REALS - 1) / REALS;
  for (long long vector = firstItem(); vector < vectors; vector += itemStride()) {
    float numbers[REALS];
    for (int at = 0; at < REALS; at += 4) {
      unsigned int block = static_cast<unsigned int>((vector * REALS + at) / 4);
      distribution.draw(
          philox(static_cast<unsigned long long>(seed), block, static_cast<unsigned int>(stream), now), numbers + at);
    }
    if ((vector + 1) * REALS <= count) {
      RealVector values;
      for (int k = 0; k < REALS; k++) {
        values.at[k] = toReal(numbers[k]);
      }
      storeReals(out, vector, values);
    } else {
      for (int k = 0; k < REALS; k++) {
        if (vector * REALS + k < count) {
          out[vector * REALS + k] = toReal(numbers[k]);
        }
      }
    }
  }
}

extern "C" __global__ void random_uniform(
    long long seed,
    int stream,
    const long long* __restrict__ step,
    float low,
    float range,
    long long count,
    Real* __restrict__ out) {
  fill(Uniform{low, range}, seed, stream, step, count, out);
}

extern "C" __global__ void random_normal(
    long long seed,
    int stream,
    const long long* __restrict__ step,
    float mean,
    float deviation,
    long long count,
    Real* __restrict__ out) {
  fill(Normal{mean, deviation}, seed, stream, step, count, out);
}

// Complements the indices whose word's highest bit is set.
extern "C" __global__ void random_mirror(
    long long seed, int stream, const long long* __restrict__ step, long long count, long long* __restrict__ indices) {
  for (long long i = firstItem(); i < count; i += itemStride()) {
    Words words = philox(
        static_cast<unsigned long long>(seed), static_cast<unsigned int>(i / 4), static_cast<unsigned int>(stream),
        step[0]);
    // No index that only the run knows: it would put the words into memory.
    unsigned int low = i % 2 == 0 ? words.of[0] : words.of[1];
    unsigned int high = i % 2 == 0 ? words.of[2] : words.of[3];
    unsigned int word = i % 4 < 2 ? low : high;
    indices[i] = word >> 31 != 0 ? ~indices[i] : indices[i];
  }
}

// By one thread.
extern "C" __global__ void random_advance(long long* counter, long long by) { counter[0] += by; }
