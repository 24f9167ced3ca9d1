// The one card and its primary context.
#include <cstdio>
#include <cstring>
#include <map>

#include "card.h"

namespace emu {

std::recursive_mutex card;
bool initialised = false;
thread_local bool context_current = false;

namespace {

int context;  // its address is the context's handle
int retained = 0;

/// By CUdevice_attribute. What a Hopper card says, but for the number of multiprocessors.
const std::map<int, int> kAttributes = {
    {1, 1024},       // threads of a block
    {2, 1024},       // block x, y, z
    {3, 1024},
    {4, 64},
    {5, 2147483647},  // grid x, y, z
    {6, 65535},
    {7, 65535},
    {8, 49152},   // shared bytes of a block
    {9, 65536},   // constant bytes
    {10, 32},     // warp
    {12, 65536},  // registers of a block
    {13, 1000000},  // clock, kHz
    {14, 512},    // texture alignment
    {15, 1},      // overlapping copies
    {16, 4},      // multiprocessors
    {17, 0},      // time limit
    {18, 0},      // integrated
    {19, 1},      // maps host memory
    {20, 0},      // compute mode
    {31, 1},      // concurrent kernels
    {32, 0},      // ECC
    {33, 0},      // PCI bus, device
    {34, 0},
    {35, 0},      // TCC
    {36, 1000000},  // memory clock, kHz
    {37, 64},     // memory bus, bits
    {38, 1 << 20},  // L2 bytes
    {39, 2048},   // threads of a multiprocessor
    {40, 2},      // copy engines
    {41, 1},      // unified addresses
    {75, 9},      // compute capability
    {76, 0},
    {78, 1},      // stream priorities
    {81, 233472},  // shared bytes, registers of a multiprocessor
    {82, 65536},
    {83, 0},      // managed memory
    {95, 0},      // cooperative launch
    {97, 232448},  // shared bytes of a block, on demand
    {106, 32},    // blocks of a multiprocessor
    {115, 0},     // memory pools
};

}  // namespace

}  // namespace emu

extern "C" {

CUresult cuInit(unsigned flags) {
  std::lock_guard<std::recursive_mutex> lock(emu::card);
  if (flags != 0) return CUDA_ERROR_INVALID_VALUE;
  emu::initialised = true;
  return CUDA_SUCCESS;
}

CUresult cuDriverGetVersion(int* version) {
  *version = 13000;
  return CUDA_SUCCESS;
}

CUresult cuDeviceGetCount(int* count) {
  *count = 1;
  return emu::initialised ? CUDA_SUCCESS : CUDA_ERROR_NOT_INITIALIZED;
}

CUresult cuDeviceGet(int* device, int ordinal) {
  if (!emu::initialised) return CUDA_ERROR_NOT_INITIALIZED;
  *device = 0;
  return ordinal == 0 ? CUDA_SUCCESS : CUDA_ERROR_INVALID_DEVICE;
}

CUresult cuDeviceGetName(char* name, int length, int device) {
  if (device != 0) return CUDA_ERROR_INVALID_DEVICE;
  std::snprintf(name, static_cast<size_t>(length), "host emulation (no GPU)");
  return CUDA_SUCCESS;
}

CUresult cuDeviceGetUuid(char* sixteen, int device) {
  std::memcpy(sixteen, "host emulation\0", 16);
  return device == 0 ? CUDA_SUCCESS : CUDA_ERROR_INVALID_DEVICE;
}

CUresult cuDeviceGetPCIBusId(char* id, int length, int device) {
  std::snprintf(id, static_cast<size_t>(length), "0000:00:00.0");
  return device == 0 ? CUDA_SUCCESS : CUDA_ERROR_INVALID_DEVICE;
}

CUresult cuDeviceTotalMem_v2(size_t* bytes, int device) {
  *bytes = emu::kCardBytes;
  return device == 0 ? CUDA_SUCCESS : CUDA_ERROR_INVALID_DEVICE;
}

CUresult cuDeviceGetAttribute(int* value, int attribute, int device) {
  if (device != 0) return CUDA_ERROR_INVALID_DEVICE;
  auto it = emu::kAttributes.find(attribute);
  if (it == emu::kAttributes.end()) return CUDA_ERROR_INVALID_VALUE;
  *value = it->second;
  return CUDA_SUCCESS;
}

CUresult cuDeviceComputeCapability(int* major, int* minor, int device) {
  *major = 9;
  *minor = 0;
  return device == 0 ? CUDA_SUCCESS : CUDA_ERROR_INVALID_DEVICE;
}

CUresult cuDevicePrimaryCtxRetain(void** context, int device) {
  std::lock_guard<std::recursive_mutex> lock(emu::card);
  if (!emu::initialised) return CUDA_ERROR_NOT_INITIALIZED;
  if (device != 0) return CUDA_ERROR_INVALID_DEVICE;
  emu::retained++;
  *context = &emu::context;
  return CUDA_SUCCESS;
}

CUresult cuDevicePrimaryCtxRelease_v2(int device) {
  std::lock_guard<std::recursive_mutex> lock(emu::card);
  if (device != 0) return CUDA_ERROR_INVALID_DEVICE;
  if (emu::retained == 0) return CUDA_ERROR_INVALID_CONTEXT;
  emu::retained--;
  return CUDA_SUCCESS;
}

CUresult cuDevicePrimaryCtxGetState(int, unsigned* flags, int* active) {
  *flags = 0;
  *active = emu::retained > 0;
  return CUDA_SUCCESS;
}

CUresult cuCtxSetCurrent(void* context) {
  std::lock_guard<std::recursive_mutex> lock(emu::card);
  if (!emu::initialised) return CUDA_ERROR_NOT_INITIALIZED;
  if (context != nullptr && (context != &emu::context || emu::retained == 0)) return CUDA_ERROR_INVALID_CONTEXT;
  emu::context_current = context != nullptr;
  return CUDA_SUCCESS;
}

CUresult cuCtxGetCurrent(void** context) {
  if (!emu::initialised) return CUDA_ERROR_NOT_INITIALIZED;
  *context = emu::context_current ? &emu::context : nullptr;
  return CUDA_SUCCESS;
}

CUresult cuCtxGetDevice(int* device) {
  EMU_CALL();
  *device = 0;
  return CUDA_SUCCESS;
}

CUresult cuCtxGetStreamPriorityRange(int* least, int* greatest) {
  EMU_CALL();
  *least = *greatest = 0;
  return CUDA_SUCCESS;
}

CUresult cuProfilerStart() { return CUDA_SUCCESS; }

CUresult cuProfilerStop() { return CUDA_SUCCESS; }
}
