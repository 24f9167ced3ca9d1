// A cuBLAS handle and the values of cuBLAS's enumerations that the emulation knows.
#pragma once
#include <cstddef>

#include "living_objects.h"
#include "refusal.h"

namespace emulation {

enum CublasStatus {
  CUBLAS_SUCCESS = 0,
  CUBLAS_NOT_INITIALIZED = 1,
  CUBLAS_INVALID_VALUE = 7,
  CUBLAS_EXECUTION_FAILED = 13,
  CUBLAS_NOT_SUPPORTED = 15
};

enum CublasMathMode { CUBLAS_DEFAULT_MATH = 0, CUBLAS_PEDANTIC_MATH = 2, CUBLAS_TF32_TENSOR_OP_MATH = 3 };

constexpr int CUBLAS_POINTER_MODE_HOST = 0;
constexpr int CUBLAS_POINTER_MODE_DEVICE = 1;

struct CublasHandle {
  bool streamSet = false;
  void* stream = nullptr;
  int mathMode = CUBLAS_DEFAULT_MATH;
  int pointerMode = CUBLAS_POINTER_MODE_HOST;
  void* workspace = nullptr;
  size_t workspaceBytes = 0;
};

Living<CublasHandle>& cublasHandles();

/// NOT_INITIALIZED where the handle is dead, else SUCCESS.
int requireAlive(CublasHandle* handle, const char* call);

}  // namespace emulation
