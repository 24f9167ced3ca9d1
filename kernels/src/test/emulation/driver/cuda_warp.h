// What CUDA's threads do with one another: fences, exchanges within a warp, atomic updates.
#pragma once
#include <type_traits>

#include "cuda_arithmetic.h"
#include "thread_block.h"

constexpr int warpSize = 32;

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
    uint64_t sent = emu_bits<uint64_t>(value);                                             \
    return emu_bits<T>(emu::exchange(op, mask, sent, static_cast<int>(argument), width));  \
  }
EMU_SHUFFLE(__shfl_sync, emu::WarpOp::kShuffle, int)
EMU_SHUFFLE(__shfl_up_sync, emu::WarpOp::kShuffleUp, unsigned)
EMU_SHUFFLE(__shfl_down_sync, emu::WarpOp::kShuffleDown, unsigned)
EMU_SHUFFLE(__shfl_xor_sync, emu::WarpOp::kShuffleXor, int)
#undef EMU_SHUFFLE

// Threads take turns only where they wait, so a plain update is atomic.
// None for float: its sums would depend on the order.
#define EMU_ATOMIC(name, update)                                                           \
  template <class T>                                                                       \
  inline T name(T* at, std::common_type_t<T> value) {                                      \
    static_assert(std::is_integral_v<T> && sizeof(T) >= 4, "integers of 32 or 64 bits");   \
    T old = *at;                                                                           \
    *at = update;                                                                          \
    return old;                                                                            \
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
