#include "fiber.h"

#include <sys/mman.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace emu {

void* new_stack() {
  void* stack = mmap(nullptr, kStackBytes, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (stack == MAP_FAILED || mprotect(stack, 4096, PROT_NONE) != 0) {
    std::perror("emulated card: no stack for a thread");
    std::abort();
  }
  return stack;
}

#if defined(__x86_64__)

// What a call must preserve goes onto the old stack and comes off the new one; a system call, as swapcontext makes
// for the signal mask, would cost fifty times as much.
extern "C" void emu_switch_stacks(void** old_stack, void* new_stack);
asm(R"(
.text
.hidden emu_switch_stacks
.globl emu_switch_stacks
.type emu_switch_stacks, @function
emu_switch_stacks:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq %rsi, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
.size emu_switch_stacks, .-emu_switch_stacks
)");

void prepare(Fiber& fiber, void* stack, void (*entry)()) {
  void** top = reinterpret_cast<void**>(static_cast<char*>(stack) + kStackBytes);
  *--top = nullptr;  // where a return address would be: entry does not return
  *--top = reinterpret_cast<void*>(entry);
  for (int saved = 0; saved < 6; saved++) *--top = nullptr;
  fiber.stack_pointer = top;
}

void switch_fiber(Fiber& from, Fiber& to) { emu_switch_stacks(&from.stack_pointer, to.stack_pointer); }

#else

void prepare(Fiber& fiber, void* stack, void (*entry)()) {
  getcontext(&fiber.context);
  fiber.context.uc_stack.ss_sp = stack;
  fiber.context.uc_stack.ss_size = kStackBytes;
  fiber.context.uc_link = nullptr;
  makecontext(&fiber.context, entry, 0);
}

void switch_fiber(Fiber& from, Fiber& to) { swapcontext(&from.context, &to.context); }

#endif

}  // namespace emu
