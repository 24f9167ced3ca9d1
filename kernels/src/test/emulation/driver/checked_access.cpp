// What g++'s -fsanitize=kernel-address, alignment, bounds and integer-divide-by-zero make kernels call: every load
// and store that could reach the card's memory, and whatever the compiler could not prove to be right.
#include <cstdint>
#include <cstring>
#include <string>

#include "arena.h"
#include "thread_block.h"

namespace {

using emu::kNeverWritten;
using emu::kWritten;

/// A shadow state in each byte of an unsigned type of a load's size.
template <class Bits>
constexpr Bits repeated(uint8_t state) {
  // In the type itself: small ones are promoted to int.
  return static_cast<Bits>(static_cast<Bits>(~Bits{0}) / 0xFF * state);
}

template <class Bits>
inline void load(uintptr_t address) {
  if (!emu::in_arena(address)) return;
  Bits states;
  std::memcpy(&states, emu::shadow + (address - emu::arena), sizeof states);
  if (__builtin_expect(states != repeated<Bits>(kWritten), 0)) emu::kernel_fault(false, address, sizeof(Bits));
}

template <class Bits>
inline void store(uintptr_t address) {
  if (!emu::in_arena(address)) return;
  uint8_t* at = emu::shadow + (address - emu::arena);
  Bits states;
  std::memcpy(&states, at, sizeof states);
  // Both states of a buffer's byte have one bit, so together they fill it wherever there is a buffer.
  constexpr Bits kLow = repeated<Bits>(kNeverWritten);
  if (__builtin_expect(((states | states >> 1) & kLow) != kLow, 0)) {
    emu::kernel_fault(true, address, sizeof(Bits));
  }
  states = repeated<Bits>(kWritten);
  std::memcpy(at, &states, sizeof states);
}

void load_bytes(uintptr_t address, size_t bytes) {
  if (emu::in_arena(address) && emu::first_unreadable(address, bytes) != bytes) {
    emu::kernel_fault(false, address, bytes);
  }
}

void store_bytes(uintptr_t address, size_t bytes) {
  if (!emu::in_arena(address)) return;
  if (emu::first_unwritable(address, bytes) != bytes) emu::kernel_fault(true, address, bytes);
  std::memset(emu::shadow + (address - emu::arena), kWritten, bytes);
}

/// Where in the source, as g++ describes it to these functions.
struct SourceLocation {
  const char* file;
  uint32_t line, column;
};

struct TypeMismatch {
  SourceLocation location;
  const void* type;
  unsigned char log_alignment, kind;
};

std::string at(const SourceLocation& location) {
  return std::string(" (") + location.file + ":" + std::to_string(location.line) + ")";
}

}  // namespace

extern "C" {

void __asan_load1_noabort(uintptr_t address) { load<uint8_t>(address); }
void __asan_load2_noabort(uintptr_t address) { load<uint16_t>(address); }
void __asan_load4_noabort(uintptr_t address) { load<uint32_t>(address); }
void __asan_load8_noabort(uintptr_t address) { load<uint64_t>(address); }
void __asan_load16_noabort(uintptr_t address) { load<unsigned __int128>(address); }
void __asan_loadN_noabort(uintptr_t address, size_t bytes) { load_bytes(address, bytes); }
void __asan_store1_noabort(uintptr_t address) { store<uint8_t>(address); }
void __asan_store2_noabort(uintptr_t address) { store<uint16_t>(address); }
void __asan_store4_noabort(uintptr_t address) { store<uint32_t>(address); }
void __asan_store8_noabort(uintptr_t address) { store<uint64_t>(address); }
void __asan_store16_noabort(uintptr_t address) { store<unsigned __int128>(address); }
void __asan_storeN_noabort(uintptr_t address, size_t bytes) { store_bytes(address, bytes); }
void __asan_handle_no_return() {}

void __ubsan_handle_type_mismatch_v1(const TypeMismatch* what, uintptr_t address) {
  unsigned alignment = 1u << what->log_alignment;
  emu::kernel_fault("an access to " + std::to_string(address % alignment) + " bytes past a multiple of " +
                    std::to_string(alignment) + " bytes, which it must be at" + at(what->location));
}

void __ubsan_handle_out_of_bounds(const SourceLocation* where, uintptr_t index) {
  emu::kernel_fault("index " + std::to_string(static_cast<intptr_t>(index)) + " is outside of its array" + at(*where));
}

void __ubsan_handle_divrem_overflow(const SourceLocation* where, uintptr_t, uintptr_t) {
  emu::kernel_fault("a division by zero" + at(*where));
}
}
