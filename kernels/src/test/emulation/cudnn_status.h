// cuDNN 9's status codes, as far as the emulation returns them.
#pragma once
#include "refusal.h"

namespace emulation {

enum CudnnStatus {
  CUDNN_SUCCESS = 0,
  CUDNN_NOT_INITIALIZED = 1001,
  CUDNN_BAD_PARAM = 2000,
  CUDNN_NOT_SUPPORTED = 3000,
  CUDNN_ALLOC_FAILED = 4003,
  CUDNN_EXECUTION_FAILED = 5000
};

}  // namespace emulation
