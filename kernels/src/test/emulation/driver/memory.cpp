// Allocation, copies and fills.
#include <cstring>

#include "emulated_memory.h"
#include "pinned.h"
#include "stream.h"

namespace {

using Device = unsigned long long;

void* on_card(Device address) { return reinterpret_cast<void*>(address); }

CUresult upload(Device to, const void* from, size_t bytes, const char* who) {
  if (!emu::host_usable(from, bytes, who) || !emu_writable(on_card(to), bytes, who)) return CUDA_ERROR_ILLEGAL_ADDRESS;
  emu::upload_from(from, on_card(to), bytes, who);
  emu_wrote(on_card(to), bytes);
  return CUDA_SUCCESS;
}

CUresult download(void* to, Device from, size_t bytes, const char* who) {
  if (!emu::host_usable(to, bytes, who) || !emu_readable(on_card(from), bytes, who)) return CUDA_ERROR_ILLEGAL_ADDRESS;
  return emu::download_to(to, on_card(from), bytes);
}

CUresult copy(Device to, Device from, size_t bytes, const char* who) {
  if (!emu_readable(on_card(from), bytes, who) || !emu_writable(on_card(to), bytes, who)) {
    return CUDA_ERROR_ILLEGAL_ADDRESS;
  }
  std::memmove(on_card(to), on_card(from), bytes);
  emu_wrote(on_card(to), bytes);
  return CUDA_SUCCESS;
}

template <class Item>
CUresult fill(Device to, Item value, size_t count, const char* who) {
  if (to % sizeof(Item) != 0) return CUDA_ERROR_INVALID_VALUE;
  if (!emu_writable(on_card(to), count * sizeof(Item), who)) return CUDA_ERROR_ILLEGAL_ADDRESS;
  for (size_t i = 0; i < count; i++) static_cast<Item*>(on_card(to))[i] = value;
  emu_wrote(on_card(to), count * sizeof(Item));
  return CUDA_SUCCESS;
}

}  // namespace

extern "C" {

CUresult cuMemAlloc_v2(Device* start, size_t bytes) {
  EMU_CALL();
  if (CUresult status = emu::forbid_in_capture()) return status;
  if (start == nullptr || bytes == 0) return CUDA_ERROR_INVALID_VALUE;
  *start = emu::allocate(bytes);
  return *start == 0 ? CUDA_ERROR_OUT_OF_MEMORY : CUDA_SUCCESS;
}

CUresult cuMemFree_v2(Device start) {
  EMU_CALL();
  if (CUresult status = emu::wait_for_all()) return status;
  return start == 0 || emu::release(start) ? CUDA_SUCCESS : CUDA_ERROR_INVALID_VALUE;
}

CUresult cuMemGetInfo_v2(size_t* free, size_t* total) {
  EMU_CALL();
  *free = emu::free_bytes();
  *total = emu::kCardBytes;
  return CUDA_SUCCESS;
}

CUresult cuMemGetAddressRange_v2(Device* start, size_t* bytes, Device address) {
  EMU_CALL();
  uintptr_t at;
  size_t size;
  if (!emu::buffer_at(address, &at, &size)) return CUDA_ERROR_NOT_FOUND;
  if (start != nullptr) *start = at;
  if (bytes != nullptr) *bytes = size;
  return CUDA_SUCCESS;
}

CUresult cuMemHostAlloc(void** host, size_t bytes, unsigned) {
  EMU_CALL();
  if (CUresult status = emu::forbid_in_capture()) return status;
  if (host == nullptr || bytes == 0) return CUDA_ERROR_INVALID_VALUE;
  *host = emu::pin(bytes);
  return *host == nullptr ? CUDA_ERROR_OUT_OF_MEMORY : CUDA_SUCCESS;
}

CUresult cuMemAllocHost_v2(void** host, size_t bytes) { return cuMemHostAlloc(host, bytes, 0); }

CUresult cuMemFreeHost(void* host) {
  EMU_CALL();
  if (CUresult status = emu::wait_for_all()) return status;
  return emu::unpin(host) ? CUDA_SUCCESS : CUDA_ERROR_INVALID_VALUE;
}

CUresult cuMemcpyHtoD_v2(Device to, const void* from, size_t bytes) {
  EMU_CALL();
  if (CUresult status = emu::wait_for_all()) return status;
  if (CUresult status = upload(to, from, bytes, "cuMemcpyHtoD")) return status;
  return emu::wait_for_all();
}

CUresult cuMemcpyDtoH_v2(void* to, Device from, size_t bytes) {
  EMU_CALL();
  if (CUresult status = emu::wait_for_all()) return status;
  if (CUresult status = download(to, from, bytes, "cuMemcpyDtoH")) return status;
  return emu::wait_for_all();
}

CUresult cuMemcpyDtoD_v2(Device to, Device from, size_t bytes) {
  EMU_CALL();
  if (CUresult status = emu::wait_for_all()) return status;
  return copy(to, from, bytes, "cuMemcpyDtoD");
}

CUresult cuMemcpyHtoDAsync_v2(Device to, const void* from, size_t bytes, void* stream) {
  EMU_CALL();
  return emu::enqueue(stream, "copy", [=] { return upload(to, from, bytes, "cuMemcpyHtoDAsync"); });
}

CUresult cuMemcpyDtoHAsync_v2(void* to, Device from, size_t bytes, void* stream) {
  EMU_CALL();
  return emu::enqueue(stream, "copy", [=] { return download(to, from, bytes, "cuMemcpyDtoHAsync"); });
}

CUresult cuMemcpyDtoDAsync_v2(Device to, Device from, size_t bytes, void* stream) {
  EMU_CALL();
  return emu::enqueue(stream, "copy", [=] { return copy(to, from, bytes, "cuMemcpyDtoDAsync"); });
}

#define EMU_FILL(name, Item)                                                                   \
  CUresult cuMemset##name##_v2(Device to, Item value, size_t count) {                                  \
    EMU_CALL();                                                                                        \
    if (CUresult status = emu::forbid_in_capture()) return status;                                     \
    return fill(to, value, count, "cuMemset" #name);                                                   \
  }                                                                                                    \
  CUresult cuMemset##name##Async(Device to, Item value, size_t count, void* stream) {                  \
    EMU_CALL();                                                                                        \
    return emu::enqueue(stream, "fill", [=] { return fill(to, value, count, "cuMemset" #name "Async"); }); \
  }
EMU_FILL(D8, unsigned char)
EMU_FILL(D16, unsigned short)
EMU_FILL(D32, unsigned)
#undef EMU_FILL

CUresult cuCtxSynchronize() {
  EMU_CALL();
  return emu::wait_for_all();
}
}
