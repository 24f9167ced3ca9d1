// Between float and bfloat16, whatever Real is; count numbers from 16-byte-aligned arrays, 4 at a time.
#include "real.cuh"

// Rounds to nearest, ties to even.
extern "C" __global__ void float_to_bf16(const float* __restrict__ x, Bfloat16* __restrict__ out, long long count) {
  for (long long i = firstItem(); i < count / 4; i += itemStride()) {
    Pack<float, 4> wide = reinterpret_cast<const Pack<float, 4>*>(x)[i];
    Pack<Bfloat16, 4> narrow;
#pragma unroll
    for (int k = 0; k < 4; k++) {
      narrow.at[k] = toBfloat16(wide.at[k]);
    }
    reinterpret_cast<Pack<Bfloat16, 4>*>(out)[i] = narrow;
  }
  for (long long i = count / 4 * 4 + firstItem(); i < count; i += itemStride()) {
    out[i] = toBfloat16(x[i]);
  }
}

// Exact.
extern "C" __global__ void bf16_to_float(const Bfloat16* __restrict__ x, float* __restrict__ out, long long count) {
  for (long long i = firstItem(); i < count / 4; i += itemStride()) {
    Pack<Bfloat16, 4> narrow = reinterpret_cast<const Pack<Bfloat16, 4>*>(x)[i];
    Pack<float, 4> wide;
#pragma unroll
    for (int k = 0; k < 4; k++) {
      wide.at[k] = toFloat(narrow.at[k]);
    }
    reinterpret_cast<Pack<float, 4>*>(out)[i] = wide;
  }
  for (long long i = count / 4 * 4 + firstItem(); i < count; i += itemStride()) {
    out[i] = toFloat(x[i]);
  }
}
