// CUDA C++ for g++: what NVRTC has built in, for .cu files compiled into the host emulation. Included by force before
// their first line. __CUDA_ARCH__ is not defined: inline PTX belongs under #ifdef __CUDA_ARCH__, with C++ beside it.
#pragma once
#include <cmath>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "thread_block.h"

#define __global__
#define __device__
#define __host__
#define __constant__ static const
#define __forceinline__ inline __attribute__((always_inline))
#define __noinline__ __attribute__((noinline))
#define __launch_bounds__(...)
// One block runs at a time, so what its threads share is simply static.
#define __shared__ static

using dim3 = EmuIndex;
constexpr int warpSize = 32;

#define EMU_VECTORS(name, type)                                                        \
  struct alignas(2 * sizeof(type)) name##2 { type x, y; };                             \
  struct name##3 { type x, y, z; };                                                    \
  struct alignas(4 * sizeof(type) < 16 ? 4 * sizeof(type) : 16) name##4 { type x, y, z, w; }; \
  inline name##2 make_##name##2(type x, type y) { return {x, y}; }                     \
  inline name##3 make_##name##3(type x, type y, type z) { return {x, y, z}; }          \
  inline name##4 make_##name##4(type x, type y, type z, type w) { return {x, y, z, w}; }
EMU_VECTORS(char, signed char)
EMU_VECTORS(uchar, unsigned char)
EMU_VECTORS(short, short)
EMU_VECTORS(ushort, unsigned short)
EMU_VECTORS(int, int)
EMU_VECTORS(uint, unsigned)
EMU_VECTORS(longlong, long long)
EMU_VECTORS(ulonglong, unsigned long long)
EMU_VECTORS(float, float)
EMU_VECTORS(double, double)
#undef EMU_VECTORS

#define EMU_MIN_MAX(type)                                  \
  inline type min(type a, type b) { return b < a ? b : a; } \
  inline type max(type a, type b) { return a < b ? b : a; }
EMU_MIN_MAX(int)
EMU_MIN_MAX(unsigned)
EMU_MIN_MAX(long)
EMU_MIN_MAX(unsigned long)
EMU_MIN_MAX(long long)
EMU_MIN_MAX(unsigned long long)
#undef EMU_MIN_MAX
// As on the card, a NaN loses.
inline float min(float a, float b) { return fminf(a, b); }
inline float max(float a, float b) { return fmaxf(a, b); }
inline double min(double a, double b) { return fmin(a, b); }
inline double max(double a, double b) { return fmax(a, b); }

template <class To, class From>
inline To emu_bits(From from) {
  static_assert(sizeof(To) <= sizeof(uint64_t) && sizeof(From) <= sizeof(uint64_t), "at most 64 bits");
  To to{};
  memcpy(&to, &from, sizeof(To) < sizeof(From) ? sizeof(To) : sizeof(From));
  return to;
}

inline unsigned __float_as_uint(float x) { return emu_bits<unsigned>(x); }
inline int __float_as_int(float x) { return emu_bits<int>(x); }
inline float __uint_as_float(unsigned x) { return emu_bits<float>(x); }
inline float __int_as_float(int x) { return emu_bits<float>(x); }
inline long long __double_as_longlong(double x) { return emu_bits<long long>(x); }
inline double __longlong_as_double(long long x) { return emu_bits<double>(x); }

inline float rsqrtf(float x) { return 1.0f / sqrtf(x); }
inline double rsqrt(double x) { return 1.0 / sqrt(x); }
inline float __fmaf_rn(float a, float b, float c) { return fmaf(a, b, c); }
inline float __fadd_rn(float a, float b) { return a + b; }
inline float __fsub_rn(float a, float b) { return a - b; }
inline float __fmul_rn(float a, float b) { return a * b; }
inline float __fdiv_rn(float a, float b) { return a / b; }
inline float __frcp_rn(float x) { return 1.0f / x; }
inline float __fsqrt_rn(float x) { return sqrtf(x); }
inline float __saturatef(float x) { return x > 0 ? fminf(x, 1.0f) : 0.0f; }
inline int __float2int_rn(float x) { return static_cast<int>(rintf(x)); }
inline int __float2int_rz(float x) { return static_cast<int>(x); }
inline float __int2float_rn(int x) { return static_cast<float>(x); }
inline float __uint2float_rn(unsigned x) { return static_cast<float>(x); }

inline unsigned __umulhi(unsigned a, unsigned b) { return static_cast<unsigned>(uint64_t{a} * b >> 32); }
inline int __mulhi(int a, int b) { return static_cast<int>(int64_t{a} * b >> 32); }
inline unsigned long long __umul64hi(unsigned long long a, unsigned long long b) {
  return static_cast<unsigned long long>(static_cast<unsigned __int128>(a) * b >> 64);
}
inline int __popc(unsigned x) { return __builtin_popcount(x); }
inline int __popcll(unsigned long long x) { return __builtin_popcountll(x); }
inline int __clz(int x) { return x == 0 ? 32 : __builtin_clz(static_cast<unsigned>(x)); }
inline int __ffs(int x) { return __builtin_ffs(x); }

inline void __threadfence() {}
inline void __threadfence_block() {}
inline void __trap() { emu::kernel_fault("__trap()"); }

inline void __syncwarp(unsigned mask = 0xffffffffu) { emu::exchange(emu::WarpOp::kSync, mask, 0, 0, warpSize); }
inline unsigned __ballot_sync(unsigned mask, int predicate) {
  return static_cast<unsigned>(emu::exchange(emu::WarpOp::kBallot, mask, predicate != 0, 0, warpSize));
}
inline int __any_sync(unsigned mask, int predicate) { return __ballot_sync(mask, predicate) != 0; }
inline int __all_sync(unsigned mask, int predicate) { return __ballot_sync(mask, predicate) == mask; }

#define EMU_SHUFFLE(name, op, Argument)                                                    \
  template <class T>                                                                       \
  inline T name(unsigned mask, T value, Argument argument, int width = warpSize) {         \
    return emu_bits<T>(emu::exchange(op, mask, emu_bits<uint64_t>(value), static_cast<int>(argument), width)); \
  }
EMU_SHUFFLE(__shfl_sync, emu::WarpOp::kShuffle, int)
EMU_SHUFFLE(__shfl_up_sync, emu::WarpOp::kShuffleUp, unsigned)
EMU_SHUFFLE(__shfl_down_sync, emu::WarpOp::kShuffleDown, unsigned)
EMU_SHUFFLE(__shfl_xor_sync, emu::WarpOp::kShuffleXor, int)
#undef EMU_SHUFFLE

// Threads take turns only where they wait, so a plain update is atomic. None for float: its sums would depend on the order.
#define EMU_ATOMIC(name, update)                     \
  template <class T>                                 \
  inline T name(T* at, std::common_type_t<T> value) { \
    static_assert(std::is_integral_v<T> && sizeof(T) >= 4, "integers of 32 or 64 bits"); \
    T old = *at;                                     \
    *at = update;                                    \
    return old;                                      \
  }
EMU_ATOMIC(atomicAdd, old + value)
EMU_ATOMIC(atomicSub, old - value)
EMU_ATOMIC(atomicMin, min(old, value))
EMU_ATOMIC(atomicMax, max(old, value))
EMU_ATOMIC(atomicAnd, old & value)
EMU_ATOMIC(atomicOr, old | value)
EMU_ATOMIC(atomicExch, value)
#undef EMU_ATOMIC

template <class T>
inline T atomicCAS(T* at, std::common_type_t<T> expected, std::common_type_t<T> value) {
  T old = *at;
  if (old == expected) *at = value;
  return old;
}
