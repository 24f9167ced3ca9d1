// cuBLAS handles: their life, stream, workspace and modes.
#include "cublas_handle.h"

#include <cstdint>

#include "emulated_memory.h"

namespace emulation {

Living<CublasHandle>& cublasHandles() {
  static Living<CublasHandle> handles;
  return handles;
}

int requireAlive(CublasHandle* handle, const char* call) {
  if (cublasHandles().holds(handle)) return CUBLAS_SUCCESS;
  return refuse(CUBLAS_NOT_INITIALIZED, "%s: no such handle: never created, or destroyed", call);
}

}  // namespace emulation

using namespace emulation;

extern "C" {

int cublasCreate_v2(CublasHandle** handle) {
  if (handle == nullptr) return refuse(CUBLAS_INVALID_VALUE, "cublasCreate: null");
  *handle = cublasHandles().create();
  return CUBLAS_SUCCESS;
}

int cublasDestroy_v2(CublasHandle* handle) {
  if (int status = requireAlive(handle, "cublasDestroy")) return status;
  cublasHandles().destroy(handle);
  return CUBLAS_SUCCESS;
}

int cublasGetVersion_v2(CublasHandle* handle, int* version) {
  if (int status = requireAlive(handle, "cublasGetVersion")) return status;
  *version = 120603;
  return CUBLAS_SUCCESS;
}

/// Also sets the workspace back to the library's own, as documented.
int cublasSetStream_v2(CublasHandle* handle, void* stream) {
  if (int status = requireAlive(handle, "cublasSetStream")) return status;
  handle->stream = stream;
  handle->streamSet = true;
  handle->workspace = nullptr;
  handle->workspaceBytes = 0;
  return CUBLAS_SUCCESS;
}

int cublasGetStream_v2(CublasHandle* handle, void** stream) {
  if (int status = requireAlive(handle, "cublasGetStream")) return status;
  *stream = handle->stream;
  return CUBLAS_SUCCESS;
}

int cublasSetWorkspace_v2(CublasHandle* handle, void* workspace, size_t bytes) {
  if (int status = requireAlive(handle, "cublasSetWorkspace")) return status;
  if (reinterpret_cast<uintptr_t>(workspace) % 256 != 0) {
    return refuse(CUBLAS_INVALID_VALUE, "cublasSetWorkspace: %p is not 256-byte aligned", workspace);
  }
  if ((workspace == nullptr) != (bytes == 0)) {
    return refuse(CUBLAS_INVALID_VALUE, "cublasSetWorkspace: %zu bytes at %p", bytes, workspace);
  }
  handle->workspace = workspace;
  handle->workspaceBytes = bytes;
  return CUBLAS_SUCCESS;
}

int cublasSetMathMode(CublasHandle* handle, int mode) {
  if (int status = requireAlive(handle, "cublasSetMathMode")) return status;
  constexpr int DISALLOW_REDUCED_PRECISION_REDUCTION = 16;
  int base = mode & ~DISALLOW_REDUCED_PRECISION_REDUCTION;
  if (base < 0 || base > 3) return refuse(CUBLAS_INVALID_VALUE, "cublasSetMathMode: no mode %d", mode);
  handle->mathMode = mode;
  return CUBLAS_SUCCESS;
}

int cublasGetMathMode(CublasHandle* handle, int* mode) {
  if (int status = requireAlive(handle, "cublasGetMathMode")) return status;
  *mode = handle->mathMode;
  return CUBLAS_SUCCESS;
}

int cublasSetPointerMode_v2(CublasHandle* handle, int mode) {
  if (int status = requireAlive(handle, "cublasSetPointerMode")) return status;
  if (mode != CUBLAS_POINTER_MODE_HOST && mode != CUBLAS_POINTER_MODE_DEVICE) {
    return refuse(CUBLAS_INVALID_VALUE, "cublasSetPointerMode: no mode %d", mode);
  }
  handle->pointerMode = mode;
  return CUBLAS_SUCCESS;
}

int cublasGetPointerMode_v2(CublasHandle* handle, int* mode) {
  if (int status = requireAlive(handle, "cublasGetPointerMode")) return status;
  *mode = handle->pointerMode;
  return CUBLAS_SUCCESS;
}

const char* cublasGetStatusName(int status) {
  switch (status) {
    case CUBLAS_SUCCESS: return "CUBLAS_STATUS_SUCCESS";
    case CUBLAS_NOT_INITIALIZED: return "CUBLAS_STATUS_NOT_INITIALIZED";
    case CUBLAS_INVALID_VALUE: return "CUBLAS_STATUS_INVALID_VALUE";
    case CUBLAS_EXECUTION_FAILED: return "CUBLAS_STATUS_EXECUTION_FAILED";
    case CUBLAS_NOT_SUPPORTED: return "CUBLAS_STATUS_NOT_SUPPORTED";
    default: return "CUBLAS_STATUS unknown";
  }
}

const char* cublasGetStatusString(int status) { return explained(status, cublasGetStatusName(status)); }

}  // extern "C"
