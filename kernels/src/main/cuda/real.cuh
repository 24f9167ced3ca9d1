// The number of the activations. Real is float, or with -DGAN_BF16 a bfloat16: the upper half of a float. Arithmetic
// is always in float: read with toFloat, write with toReal.
#pragma once

struct Bfloat16 {
  unsigned short bits;
};

__device__ __forceinline__ float toFloat(float x) { return x; }

__device__ __forceinline__ float toFloat(Bfloat16 x) {
  return __uint_as_float(static_cast<unsigned int>(x.bits) << 16);
}

// Rounds to nearest, ties to even; NaN stays NaN, overflow gives infinity.
__device__ __forceinline__ Bfloat16 toBfloat16(float x) {
  Bfloat16 rounded;
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 800
  asm("cvt.rn.bf16.f32 %0, %1;" : "=h"(rounded.bits) : "f"(x));
#else
  unsigned int bits = __float_as_uint(x);
  unsigned int quietNan = (bits >> 16) | 0x40u;
  unsigned int nearest = (bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16;
  rounded.bits = static_cast<unsigned short>(x != x ? quietNan : nearest);
#endif
  return rounded;
}

#ifdef GAN_BF16
typedef Bfloat16 Real;
__device__ __forceinline__ Real toReal(float x) { return toBfloat16(x); }
#else
typedef float Real;
__device__ __forceinline__ Real toReal(float x) { return x; }
#endif

// COUNT (a power of two) neighbours in an array of T, read and written as one access; the address must be a multiple of
// its size.
template <typename T, int COUNT>
struct alignas(COUNT * sizeof(T)) Pack {
  T at[COUNT];
};

// How many Reals go into one access of 16 bytes: 4 floats or 8 bfloat16s.
constexpr int REALS = 16 / sizeof(Real);

typedef Pack<Real, REALS> RealVector;

// Reals REALS * i .. REALS * i + REALS - 1 of an array that starts at a multiple of 16 bytes.
__device__ __forceinline__ RealVector loadReals(const Real* array, long long i) {
  return reinterpret_cast<const RealVector*>(array)[i];
}

// The counterpart of loadReals.
__device__ __forceinline__ void storeReals(Real* array, long long i, RealVector values) {
  reinterpret_cast<RealVector*>(array)[i] = values;
}

// A grid-stride loop is for (long long i = firstItem(); i < count; i += itemStride()): item by item over the grid's x
// axis, neighbouring threads on neighbouring items.
__device__ __forceinline__ long long firstItem() {
  return static_cast<long long>(blockIdx.x) * blockDim.x + threadIdx.x;
}

__device__ __forceinline__ long long itemStride() {
  return static_cast<long long>(gridDim.x) * blockDim.x;
}
