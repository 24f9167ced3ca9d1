#include "arena.h"

#include <sys/mman.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>

namespace emu {

namespace {

uintptr_t reserve(size_t bytes) {
  void* range =
      mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (range == MAP_FAILED) {
    std::perror("emulated card: no addresses for its memory");
    std::abort();
  }
  return reinterpret_cast<uintptr_t>(range);
}

std::map<uintptr_t, size_t> live;    // start to bytes
std::map<uintptr_t, size_t> freed;   // buffers that were there, for the words of a report
uintptr_t cursor = 0;
size_t live_bytes = 0;

constexpr size_t round_up(size_t bytes) { return (bytes + kAlignment - 1) / kAlignment * kAlignment; }

/// A hole for that many bytes with a red zone on both sides, searched from the cursor on, once round.
uintptr_t find_hole(size_t bytes) {
  if (cursor == 0) cursor = arena;
  for (int round = 0; round < 2;) {
    uintptr_t start = cursor + kAlignment;
    uintptr_t end = start + round_up(bytes) + kAlignment;
    if (end > arena + kArenaBytes) {
      cursor = arena;
      round++;
      continue;
    }
    auto next = live.lower_bound(end);
    if (next == live.begin() || std::prev(next)->first + round_up(std::prev(next)->second) <= cursor) {
      cursor = end - kAlignment;
      return start;
    }
    cursor = std::prev(next)->first + round_up(std::prev(next)->second);
  }
  return 0;
}

void forget_freed(uintptr_t start, size_t bytes) {
  auto it = freed.lower_bound(start);
  if (it != freed.begin() && std::prev(it)->first + std::prev(it)->second > start) --it;
  while (it != freed.end() && it->first < start + bytes) it = freed.erase(it);
}

/// Gives whole pages back to the system (they read as zero then) and clears what is left at both ends.
void clear(uintptr_t start, size_t bytes) {
  constexpr uintptr_t kPage = 4096;
  uintptr_t first = (start + kPage - 1) / kPage * kPage, last = (start + bytes) / kPage * kPage;
  if (first >= last) {
    std::memset(reinterpret_cast<void*>(start), 0, bytes);
    return;
  }
  std::memset(reinterpret_cast<void*>(start), 0, first - start);
  madvise(reinterpret_cast<void*>(first), last - first, MADV_DONTNEED);
  std::memset(reinterpret_cast<void*>(last), 0, start + bytes - last);
}

std::string words(uintptr_t address, const std::map<uintptr_t, size_t>& buffers, const char* kind) {
  auto next = buffers.upper_bound(address);
  std::string best;
  size_t nearest = SIZE_MAX;
  auto of = [&](size_t bytes) {
    return std::string(" a ") + kind + "buffer of " + std::to_string(bytes) + " bytes";
  };
  if (next != buffers.end()) {
    nearest = next->first - address;
    best = std::to_string(nearest) + " bytes before the start of" + of(next->second);
  }
  if (next != buffers.begin()) {
    auto [start, bytes] = *std::prev(next);
    if (address < start + bytes) return "byte " + std::to_string(address - start) + " of" + of(bytes);
    size_t past = address - (start + bytes);
    if (past < nearest) best = std::to_string(past) + " bytes past the end of" + of(bytes);
  }
  return best;
}

}  // namespace

const uintptr_t arena = reserve(kArenaBytes);
uint8_t* const shadow = reinterpret_cast<uint8_t*>(reserve(kArenaBytes));

uintptr_t allocate(size_t bytes) {
  if (bytes > kCardBytes || live_bytes + round_up(bytes) > kCardBytes) return 0;
  uintptr_t start = find_hole(bytes);
  if (start == 0) return 0;
  forget_freed(start, bytes);
  live[start] = bytes;
  live_bytes += round_up(bytes);
  std::memset(shadow + (start - arena), kNeverWritten, bytes);
  return start;
}

bool release(uintptr_t start) {
  auto it = live.find(start);
  if (it == live.end()) return false;
  size_t bytes = it->second;
  live.erase(it);
  freed[start] = bytes;
  live_bytes -= round_up(bytes);
  clear(start, bytes);
  clear(reinterpret_cast<uintptr_t>(shadow + (start - arena)), bytes);
  return true;
}

size_t free_bytes() { return kCardBytes - live_bytes; }

bool buffer_at(uintptr_t address, uintptr_t* start, size_t* bytes) {
  auto next = live.upper_bound(address);
  if (next == live.begin()) return false;
  std::tie(*start, *bytes) = *std::prev(next);
  return address < *start + *bytes;
}

std::string place(uintptr_t address) {
  if (!in_arena(address)) {
    char text[64];
    std::snprintf(text, sizeof text, "at 0x%zx, which is no memory of the card", static_cast<size_t>(address));
    return text;
  }
  uintptr_t start;
  size_t bytes;
  if (!buffer_at(address, &start, &bytes)) {
    std::string gone = words(address, freed, "freed ");
    if (gone.rfind("byte ", 0) == 0) return gone;
  }
  std::string at = words(address, live, "");
  return at.empty() ? "while the card has no buffer" : at;
}

size_t first_unreadable(uintptr_t address, size_t bytes) {
  if (bytes == 0) return 0;
  if (!in_arena(address) || bytes > kArenaBytes) return 0;
  const uint8_t* states = shadow + (address - arena);
  if (states[0] == kWritten && std::memcmp(states, states + 1, bytes - 1) == 0) return bytes;
  for (size_t i = 0; i < bytes; i++) {
    if (states[i] != kWritten) return i;
  }
  return bytes;
}

size_t first_unwritable(uintptr_t address, size_t bytes) {
  if (bytes == 0) return 0;
  if (!in_arena(address) || bytes > kArenaBytes) return 0;
  const uint8_t* states = shadow + (address - arena);
  const void* end = std::memchr(states, kNoBuffer, bytes);
  return end == nullptr ? bytes : static_cast<const uint8_t*>(end) - states;
}

std::string access_report(const std::string& who, bool write, uintptr_t address, size_t bytes) {
  size_t ok = write ? first_unwritable(address, bytes) : first_unreadable(address, bytes);
  std::string what = who + ": " + (write ? "write" : "read") + " of " + std::to_string(bytes) + " bytes, ";
  if (ok > 0) what += std::to_string(ok) + " of them fine, then ";
  bool never = in_arena(address + ok) && shadow[address + ok - arena] == kNeverWritten;
  return what + place(address + ok) + (never ? ", never written" : "");
}

}  // namespace emu
