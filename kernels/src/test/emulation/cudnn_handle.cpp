// cuDNN handles, version and error strings.
#include "cudnn_handle.h"

#include <cstddef>
#include <utility>

#include "emulated_memory.h"
#include "living_objects.h"

namespace emulation {

namespace {

Living<CudnnHandle>& handles() {
  static Living<CudnnHandle> living;
  return living;
}

int requireAlive(CudnnHandle* handle, const char* call) {
  if (handles().holds(handle)) return CUDNN_SUCCESS;
  return refuse(CUDNN_NOT_INITIALIZED, "%s: no such handle: never created, or destroyed", call);
}

}  // namespace

int requireReady(CudnnHandle* handle, const char* call) {
  if (int status = requireAlive(handle, call)) return status;
  if (!handle->streamSet) return refuse(CUDNN_NOT_INITIALIZED, "%s: no stream was set on this handle", call);
  return CUDNN_SUCCESS;
}

int runOn(CudnnHandle* handle, const char* call, std::function<void()> work) {
  if (emu_run(handle->stream, std::move(work), call)) return CUDNN_SUCCESS;
  return refuse(CUDNN_EXECUTION_FAILED, "%s: %s", call, emu_report());
}

}  // namespace emulation

using namespace emulation;

extern "C" {

int cudnnCreate(CudnnHandle** handle) {
  if (handle == nullptr) return refuse(CUDNN_BAD_PARAM, "cudnnCreate: null");
  *handle = handles().create();
  return CUDNN_SUCCESS;
}

int cudnnDestroy(CudnnHandle* handle) {
  if (int status = requireAlive(handle, "cudnnDestroy")) return status;
  handles().destroy(handle);
  return CUDNN_SUCCESS;
}

int cudnnSetStream(CudnnHandle* handle, void* stream) {
  if (int status = requireAlive(handle, "cudnnSetStream")) return status;
  handle->stream = stream;
  handle->streamSet = true;
  return CUDNN_SUCCESS;
}

int cudnnGetStream(CudnnHandle* handle, void** stream) {
  if (int status = requireAlive(handle, "cudnnGetStream")) return status;
  *stream = handle->stream;
  return CUDNN_SUCCESS;
}

size_t cudnnGetVersion() { return 90501; }

/// The name as cuDNN gives it, and, what cuDNN's own cudnnGetLastErrorString would say, the reason.
const char* cudnnGetErrorString(int status) {
  switch (status) {
    case CUDNN_SUCCESS: return "CUDNN_STATUS_SUCCESS";
    case CUDNN_NOT_INITIALIZED: return explained(status, "CUDNN_STATUS_NOT_INITIALIZED");
    case CUDNN_BAD_PARAM: return explained(status, "CUDNN_STATUS_BAD_PARAM");
    case CUDNN_NOT_SUPPORTED: return explained(status, "CUDNN_STATUS_NOT_SUPPORTED");
    case CUDNN_ALLOC_FAILED: return explained(status, "CUDNN_STATUS_ALLOC_FAILED");
    case CUDNN_EXECUTION_FAILED: return explained(status, "CUDNN_STATUS_EXECUTION_FAILED");
    default: return "CUDNN_UNKNOWN_STATUS";
  }
}

}  // extern "C"
