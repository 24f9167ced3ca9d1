// The card's memory: one reserved range of host addresses with a shadow byte for every byte, and the buffers in it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace emu {

/// What the emulated card has; more than that in live buffers is out of memory.
constexpr size_t kCardBytes = size_t{1} << 30;
/// Addresses, eight times the memory: an address is used again only after the cursor went round.
constexpr size_t kArenaBytes = kCardBytes * 8;
/// Buffers start at multiples of it; at least as many bytes around each belong to no buffer.
constexpr size_t kAlignment = 256;

/// States of a byte. Zero, so that untouched shadow pages mean no buffer.
constexpr uint8_t kNoBuffer = 0, kNeverWritten = 1, kWritten = 2;

/// First byte of the card's memory and of its shadow.
extern const uintptr_t arena;
extern uint8_t* const shadow;

inline bool in_arena(uintptr_t address) { return address - arena < kArenaBytes; }

/// Start of a new buffer, or 0 where the card's memory is used up.
uintptr_t allocate(size_t bytes);

/// Whether a live buffer started there; it is gone then, and an access to it a fault.
bool release(uintptr_t start);

/// Bytes in no live buffer.
size_t free_bytes();

/// Start and size of the live buffer that holds the address; false where there is none.
bool buffer_at(uintptr_t address, uintptr_t* start, size_t* bytes);

/// Where the address lies, from the buffer next to it: "4 bytes past the end of a buffer of 100 bytes".
std::string place(uintptr_t address);

/// Offset of the first byte that may not be read or written, bytes where all may.
size_t first_unreadable(uintptr_t address, size_t bytes);
size_t first_unwritable(uintptr_t address, size_t bytes);

/// The report of such a fault: "who: read of 4 bytes, 4 bytes past the end ...".
std::string access_report(const std::string& who, bool write, uintptr_t address, size_t bytes);

}  // namespace emu
