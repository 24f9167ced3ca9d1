#include "pinned.h"

#include <sys/mman.h>

#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "emulated_memory.h"

namespace emu {

namespace {

struct Pinned {
  size_t bytes;
  bool live;
};
std::map<uintptr_t, Pinned> buffers;

/// A transfer with a pinned buffer: of these bytes to the host; or to the card, where `who` found these bytes.
struct Transfer {
  void* host;
  std::vector<char> bytes;
  std::string who;
};
std::vector<Transfer> under_way;

/// The pinned buffer, live or freed, that the address lies in.
const Pinned* pinned_at(const void* host, size_t* offset) {
  auto next = buffers.upper_bound(reinterpret_cast<uintptr_t>(host));
  if (next == buffers.begin()) return nullptr;
  auto& [start, buffer] = *std::prev(next);
  *offset = reinterpret_cast<uintptr_t>(host) - start;
  return *offset < buffer.bytes ? &buffer : nullptr;
}

bool is_pinned(const void* host) {
  size_t offset;
  return pinned_at(host, &offset) != nullptr;
}

std::vector<char> copy_of(const void* bytes, size_t count) {
  return {static_cast<const char*>(bytes), static_cast<const char*>(bytes) + count};
}

bool to_card(const Transfer& transfer) { return !transfer.who.empty(); }

bool overlap(const Transfer& transfer, const void* host, size_t bytes) {
  auto a = reinterpret_cast<uintptr_t>(transfer.host), b = reinterpret_cast<uintptr_t>(host);
  return a < b + bytes && b < a + transfer.bytes.size();
}

/// Ends those of the transfers under way that `which` names, in their order.
template <class Which>
CUresult settle(Which which) {
  CUresult status = CUDA_SUCCESS;
  std::vector<Transfer> left;
  for (Transfer& transfer : under_way) {
    if (!which(transfer)) {
      left.push_back(std::move(transfer));
    } else if (!to_card(transfer)) {
      std::memcpy(transfer.host, transfer.bytes.data(), transfer.bytes.size());
    } else if (std::memcmp(transfer.host, transfer.bytes.data(), transfer.bytes.size()) != 0) {
      emu_fault(transfer.who.c_str(), "the host wrote to pinned memory that was still being copied to the card");
      status = CUDA_ERROR_ILLEGAL_ADDRESS;
    }
  }
  under_way.swap(left);
  return status;
}

}  // namespace

void* pin(size_t bytes) {
  void* host = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (host == MAP_FAILED) return nullptr;
  buffers[reinterpret_cast<uintptr_t>(host)] = {bytes, true};
  return host;
}

bool unpin(void* host) {
  auto it = buffers.find(reinterpret_cast<uintptr_t>(host));
  if (it == buffers.end() || !it->second.live) return false;
  it->second.live = false;
  madvise(host, it->second.bytes, MADV_DONTNEED);
  return true;
}

bool host_usable(const void* host, size_t bytes, const char* who) {
  size_t offset;
  const Pinned* buffer = pinned_at(host, &offset);
  if (buffer == nullptr || (buffer->live && bytes <= buffer->bytes - offset)) return true;
  std::string what = buffer->live ? "past the end of a pinned buffer of " : "inside a freed pinned buffer of ";
  emu_fault(who, (what + std::to_string(buffer->bytes) + " bytes").c_str());
  return false;
}

void upload_from(const void* host, void* to, size_t bytes, const char* who) {
  // The order of the stream: what an earlier copy brings to this memory is what goes to the card now.
  settle([=](const Transfer& other) { return !to_card(other) && overlap(other, host, bytes); });
  std::memcpy(to, host, bytes);
  if (is_pinned(host)) under_way.push_back({const_cast<void*>(host), copy_of(host, bytes), who});
}

CUresult download_to(void* host, const void* from, size_t bytes) {
  CUresult status = settle([=](const Transfer& other) { return to_card(other) && overlap(other, host, bytes); });
  if (!is_pinned(host)) {
    std::memcpy(host, from, bytes);
  } else {
    under_way.push_back({host, copy_of(from, bytes), ""});
    std::memset(host, 0xFF, bytes);
  }
  return status;
}

CUresult settle_transfers() {
  return settle([](const Transfer&) { return true; });
}

}  // namespace emu
