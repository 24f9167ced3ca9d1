// A cuDNN handle, and how a call's work gets onto its stream.
#pragma once
#include <functional>

#include "cudnn_status.h"

namespace emulation {

struct CudnnHandle {
  bool streamSet = false;
  void* stream = nullptr;
};

/// NOT_INITIALIZED where the handle is dead or no stream was set on it (ours always sets one), else SUCCESS.
int requireReady(CudnnHandle* handle, const char* call);

/// Runs the work on the handle's stream, or records it while that is captured; EXECUTION_FAILED where it faults.
int runOn(CudnnHandle* handle, const char* call, std::function<void()> work);

}  // namespace emulation
