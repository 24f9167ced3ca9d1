#include "emulated_memory.h"

#include <cstring>

#include "arena.h"
#include "fault.h"

namespace {
uintptr_t address_of(const void* p) { return reinterpret_cast<uintptr_t>(p); }

bool checked(bool fine, bool write, const void* p, size_t bytes, const char* who) {
  if (!fine) emu::fault(emu::access_report(who, write, address_of(p), bytes));
  return fine;
}

void set_states(void* p, size_t bytes, uint8_t state) {
  if (emu::in_arena(address_of(p))) std::memset(emu::shadow + (address_of(p) - emu::arena), state, bytes);
}
}  // namespace

bool emu_readable(const void* p, size_t bytes, const char* who) {
  return checked(emu::first_unreadable(address_of(p), bytes) == bytes, false, p, bytes, who);
}

bool emu_writable(void* p, size_t bytes, const char* who) {
  return checked(emu::first_unwritable(address_of(p), bytes) == bytes, true, p, bytes, who);
}

void emu_wrote(void* p, size_t bytes) { set_states(p, bytes, emu::kWritten); }

void emu_undefined(void* p, size_t bytes) { set_states(p, bytes, emu::kNeverWritten); }
