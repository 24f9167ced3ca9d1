// Stacks that take turns on one host thread: what the threads of a block run on.
#pragma once

#if !defined(__x86_64__)
#include <ucontext.h>
#endif

namespace emu {

struct Fiber {
#if defined(__x86_64__)
  void* stack_pointer = nullptr;
#else
  ucontext_t context;
#endif
};

/// Bytes of a fiber's stack, its guard page included.
constexpr unsigned long kStackBytes = 128 * 1024;

/// A stack with a guard page below it, never given back.
void* new_stack();

/// The next switch to the fiber enters `entry`, which must not return, at the top of that stack.
void prepare(Fiber& fiber, void* stack, void (*entry)());

/// Leaves `from` as it is now and goes on where `to` was left.
void switch_fiber(Fiber& from, Fiber& to);

}  // namespace emu
