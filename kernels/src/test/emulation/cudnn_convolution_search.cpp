// cuDNN's answers to "which algorithm": workspace queries, measured searches and heuristic ones.
// As with the real library a search also names algorithms that fail (status != 0), and one, its first, that was timed
// under another math type than the descriptor's: the workspace query with the real descriptor refuses it.
#include <algorithm>
#include <vector>

#include "cudnn_convolution.h"
#include "cudnn_handle.h"
#include "emulated_memory.h"

using namespace emulation;

namespace {

/// cudnnConvolutionFwdAlgoPerf_t, and the same for the two other passes.
struct Performance {
  int algorithm;
  int status;
  float milliseconds;
  size_t workspaceBytes;
  int determinism;
  int mathType;
  int reserved[3];
};

int requireRoom(const char* call, int requested, int* returned, const Performance* results) {
  if (returned != nullptr) *returned = 0;  // JCuda reads it after errors too
  if (requested >= 1 && returned != nullptr && results != nullptr) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "%s: %d results requested, or null", call, requested);
}

/// All algorithms, fastest first; those that do not run, or lack workspace, with their status and time -1.
std::vector<Performance> ranked(Pass pass, const ConvolutionShape& shape, const char* call, size_t workspaceBytes) {
  const int ownMath = shape.convolution.mathType;
  std::vector<Performance> results;
  double milliseconds = 0.005 + 1e-10 * static_cast<double>(shape.multiplyAdds());
  for (const Algorithm& algorithm : algorithmsOf(pass)) {
    bool first = results.empty();
    size_t needed = 0;
    int status = first ? CUDNN_SUCCESS : workspaceOf(pass, algorithm.number, shape, call, &needed);
    if (status == CUDNN_SUCCESS && needed > workspaceBytes) status = CUDNN_ALLOC_FAILED;
    int otherMath = ownMath == CUDNN_FMA_MATH ? CUDNN_TENSOR_OP_MATH : CUDNN_FMA_MATH;
    float time = status == CUDNN_SUCCESS ? static_cast<float>(milliseconds) : -1.0f;
    results.push_back({algorithm.number, status, time, needed, algorithm.deterministic ? 1 : 0, first ? otherMath : ownMath, {}});
    milliseconds *= 1.25;
  }
  std::stable_partition(results.begin(), results.end(), [](const Performance& p) { return p.status == CUDNN_SUCCESS; });
  return results;
}

int answer(const std::vector<Performance>& all, int requested, int* returned, Performance* results) {
  *returned = std::min(requested, static_cast<int>(all.size()));
  std::copy_n(all.begin(), *returned, results);
  return CUDNN_SUCCESS;
}

int estimate(CudnnHandle* handle, const char* call, Pass pass, const Tensor* x, const Filter* w,
             const ConvolutionDescriptor* convolution, const Tensor* y, int requested, int* returned, Performance* results) {
  if (int status = requireRoom(call, requested, returned, results)) return status;
  if (int status = requireReady(handle, call)) return status;
  ConvolutionShape shape;
  if (int status = requireConvolution(x, w, convolution, y, call, &shape)) return status;
  auto all = ranked(pass, shape, call, SIZE_MAX);
  for (Performance& performance : all) performance.milliseconds = -1;
  return answer(all, requested, returned, results);
}

struct Memory {
  const char* name;
  const void* data;
  size_t bytes;
};

/// Runs the algorithms, that is: reads both inputs, and leaves the output and the workspace with undefined contents.
int measure(CudnnHandle* handle, const char* call, Pass pass, const Tensor* x, const Filter* w,
            const ConvolutionDescriptor* convolution, const Tensor* y, const void* xData, const void* wData,
            const void* yData, int requested, int* returned, Performance* results, void* workspace, size_t workspaceBytes) {
  if (int status = requireRoom(call, requested, returned, results)) return status;
  if (int status = requireReady(handle, call)) return status;
  ConvolutionShape shape;
  if (int status = requireConvolution(x, w, convolution, y, call, &shape)) return status;
  if (emu_capturing(handle->stream)) {
    return refuse(CUDNN_EXECUTION_FAILED, "%s: a search synchronises, which a stream being captured does not allow", call);
  }
  std::vector<Memory> operands = {{"x", xData, shape.x.bytes()}, {"w", wData, shape.w.bytes()}, {"y", yData, shape.y.bytes()}};
  int written = pass == Pass::FORWARD ? 2 : pass == Pass::BACKWARD_DATA ? 0 : 1;
  for (const Memory& operand : operands) {
    if (int status = requirePointer(operand.data, shape.x.element(), call, operand.name)) return status;
  }
  if (workspaceBytes > 0 && workspace == nullptr) return refuse(CUDNN_BAD_PARAM, "%s: workspace is null", call);
  int status = runOn(handle, call, [=] {
    for (int i = 0; i < 3; i++) {
      void* data = const_cast<void*>(operands[i].data);
      if (i == written ? !emu_writable(data, operands[i].bytes, call) : !emu_readable(data, operands[i].bytes, call)) return;
    }
    emu_undefined(const_cast<void*>(operands[written].data), operands[written].bytes);
    if (workspaceBytes > 0 && emu_writable(workspace, workspaceBytes, call)) emu_undefined(workspace, workspaceBytes);
  });
  if (status != CUDNN_SUCCESS) return status;
  return answer(ranked(pass, shape, call, workspaceBytes), requested, returned, results);
}

int queryWorkspace(CudnnHandle* handle, const char* call, Pass pass, const Tensor* x, const Filter* w,
                   const ConvolutionDescriptor* convolution, const Tensor* y, int algorithm, size_t* bytes) {
  if (int status = requireReady(handle, call)) return status;
  ConvolutionShape shape;
  if (int status = requireConvolution(x, w, convolution, y, call, &shape)) return status;
  return workspaceOf(pass, algorithm, shape, call, bytes);
}

int countOf(CudnnHandle* handle, const char* call, Pass pass, int* count) {
  if (int status = requireReady(handle, call)) return status;
  *count = static_cast<int>(algorithmsOf(pass).size());
  return CUDNN_SUCCESS;
}

}  // namespace

extern "C" {

int cudnnGetConvolutionForwardAlgorithmMaxCount(CudnnHandle* handle, int* count) {
  return countOf(handle, "cudnnGetConvolutionForwardAlgorithmMaxCount", Pass::FORWARD, count);
}

int cudnnGetConvolutionBackwardDataAlgorithmMaxCount(CudnnHandle* handle, int* count) {
  return countOf(handle, "cudnnGetConvolutionBackwardDataAlgorithmMaxCount", Pass::BACKWARD_DATA, count);
}

int cudnnGetConvolutionBackwardFilterAlgorithmMaxCount(CudnnHandle* handle, int* count) {
  return countOf(handle, "cudnnGetConvolutionBackwardFilterAlgorithmMaxCount", Pass::BACKWARD_FILTER, count);
}

int cudnnGetConvolutionForwardWorkspaceSize(CudnnHandle* handle, const Tensor* x, const Filter* w,
                                            const ConvolutionDescriptor* convolution, const Tensor* y, int algorithm,
                                            size_t* bytes) {
  return queryWorkspace(handle, "cudnnGetConvolutionForwardWorkspaceSize", Pass::FORWARD, x, w, convolution, y, algorithm,
                        bytes);
}

int cudnnGetConvolutionBackwardDataWorkspaceSize(CudnnHandle* handle, const Filter* w, const Tensor* dy,
                                                 const ConvolutionDescriptor* convolution, const Tensor* dx, int algorithm,
                                                 size_t* bytes) {
  return queryWorkspace(handle, "cudnnGetConvolutionBackwardDataWorkspaceSize", Pass::BACKWARD_DATA, dx, w, convolution, dy,
                        algorithm, bytes);
}

int cudnnGetConvolutionBackwardFilterWorkspaceSize(CudnnHandle* handle, const Tensor* x, const Tensor* dy,
                                                   const ConvolutionDescriptor* convolution, const Filter* dw,
                                                   int algorithm, size_t* bytes) {
  return queryWorkspace(handle, "cudnnGetConvolutionBackwardFilterWorkspaceSize", Pass::BACKWARD_FILTER, x, dw, convolution,
                        dy, algorithm, bytes);
}

int cudnnGetConvolutionForwardAlgorithm_v7(CudnnHandle* handle, const Tensor* x, const Filter* w,
                                           const ConvolutionDescriptor* convolution, const Tensor* y, int requested,
                                           int* returned, Performance* results) {
  return estimate(handle, "cudnnGetConvolutionForwardAlgorithm_v7", Pass::FORWARD, x, w, convolution, y, requested,
                  returned, results);
}

int cudnnGetConvolutionBackwardDataAlgorithm_v7(CudnnHandle* handle, const Filter* w, const Tensor* dy,
                                                const ConvolutionDescriptor* convolution, const Tensor* dx, int requested,
                                                int* returned, Performance* results) {
  return estimate(handle, "cudnnGetConvolutionBackwardDataAlgorithm_v7", Pass::BACKWARD_DATA, dx, w, convolution, dy,
                  requested, returned, results);
}

int cudnnGetConvolutionBackwardFilterAlgorithm_v7(CudnnHandle* handle, const Tensor* x, const Tensor* dy,
                                                  const ConvolutionDescriptor* convolution, const Filter* dw,
                                                  int requested, int* returned, Performance* results) {
  return estimate(handle, "cudnnGetConvolutionBackwardFilterAlgorithm_v7", Pass::BACKWARD_FILTER, x, dw, convolution, dy,
                  requested, returned, results);
}

int cudnnFindConvolutionForwardAlgorithmEx(CudnnHandle* handle, const Tensor* xDesc, const void* x, const Filter* wDesc,
                                           const void* w, const ConvolutionDescriptor* convolution, const Tensor* yDesc,
                                           void* y, int requested, int* returned, Performance* results, void* workspace,
                                           size_t workspaceBytes) {
  return measure(handle, "cudnnFindConvolutionForwardAlgorithmEx", Pass::FORWARD, xDesc, wDesc, convolution, yDesc, x, w, y,
                 requested, returned, results, workspace, workspaceBytes);
}

int cudnnFindConvolutionBackwardDataAlgorithmEx(CudnnHandle* handle, const Filter* wDesc, const void* w,
                                                const Tensor* dyDesc, const void* dy,
                                                const ConvolutionDescriptor* convolution, const Tensor* dxDesc, void* dx,
                                                int requested, int* returned, Performance* results, void* workspace,
                                                size_t workspaceBytes) {
  return measure(handle, "cudnnFindConvolutionBackwardDataAlgorithmEx", Pass::BACKWARD_DATA, dxDesc, wDesc, convolution,
                 dyDesc, dx, w, dy, requested, returned, results, workspace, workspaceBytes);
}

int cudnnFindConvolutionBackwardFilterAlgorithmEx(CudnnHandle* handle, const Tensor* xDesc, const void* x,
                                                  const Tensor* dyDesc, const void* dy,
                                                  const ConvolutionDescriptor* convolution, const Filter* dwDesc, void* dw,
                                                  int requested, int* returned, Performance* results, void* workspace,
                                                  size_t workspaceBytes) {
  return measure(handle, "cudnnFindConvolutionBackwardFilterAlgorithmEx", Pass::BACKWARD_FILTER, xDesc, dwDesc,
                 convolution, dyDesc, x, dw, dy, requested, returned, results, workspace, workspaceBytes);
}

}  // extern "C"
