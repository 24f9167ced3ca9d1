// cuDNN's three convolution calls: their checks, and their work on the stream.
#include "cudnn_convolution.h"

#include <functional>

#include "cudnn_handle.h"
#include "emulated_memory.h"

using namespace emulation;

namespace {

struct Input {
  const char* name;
  const void* data;
  Element element;
  size_t bytes;
};

struct Output {
  const char* name;
  void* data;
  Element element;
  size_t bytes;
};

struct Workspace {
  int algorithm;
  void* data;
  size_t bytes;
};

Input input(const char* name, const void* data, const Tensor& tensor) { return {name, data, tensor.element(), tensor.bytes()}; }
Input input(const char* name, const void* data, const Filter& filter) { return {name, data, filter.element(), filter.bytes()}; }

// Loops is one of the three passes, which all take shape, two inputs, alpha, beta, output.
using Loops = void (*)(const ConvolutionShape&, const void*, const void*, double, double, void*);

int run(CudnnHandle* handle, const char* call, Pass pass, const ConvolutionShape& shape, const void* alpha, Input first,
        Input second, Workspace workspace, const void* beta, Output output, Loops loops) {
  if (alpha == nullptr || beta == nullptr) return refuse(CUDNN_BAD_PARAM, "%s: alpha or beta is null", call);
  for (const Input& operand : {first, second}) {
    if (int status = requirePointer(operand.data, operand.element, call, operand.name)) return status;
    if (overlap(operand.data, operand.bytes, output.data, output.bytes)) {
      return refuse(CUDNN_BAD_PARAM, "%s: %s overlaps %s", call, output.name, operand.name);
    }
  }
  if (int status = requirePointer(output.data, output.element, call, output.name)) return status;
  size_t needed;
  if (int status = workspaceOf(pass, workspace.algorithm, shape, call, &needed)) return status;
  if (needed > workspace.bytes || (needed > 0 && workspace.data == nullptr)) {
    return refuse(CUDNN_BAD_PARAM, "%s: algorithm %d needs a workspace of %zu bytes, there are %zu at %p", call,
                  workspace.algorithm, needed, workspace.bytes, workspace.data);
  }
  float scale = *static_cast<const float*>(alpha), keep = *static_cast<const float*>(beta);
  return runOn(handle, call, [=] {
    if (needed > 0) {
      if (!emu_writable(workspace.data, needed, call)) return;
      emu_undefined(workspace.data, needed);
    }
    if (!emu_readable(first.data, first.bytes, call) || !emu_readable(second.data, second.bytes, call)) return;
    if (!emu_writable(output.data, output.bytes, call)) return;
    if (keep != 0 && !emu_readable(output.data, output.bytes, call)) return;
    loops(shape, first.data, second.data, scale, keep, output.data);
    emu_wrote(output.data, output.bytes);
  });
}

}  // namespace

extern "C" {

int cudnnConvolutionForward(CudnnHandle* handle, const void* alpha, const Tensor* xDesc, const void* x, const Filter* wDesc,
                            const void* w, const ConvolutionDescriptor* convolution, int algorithm, void* workspace,
                            size_t workspaceBytes, const void* beta, const Tensor* yDesc, void* y) {
  const char* call = "cudnnConvolutionForward";
  if (int status = requireReady(handle, call)) return status;
  ConvolutionShape shape;
  if (int status = requireConvolution(xDesc, wDesc, convolution, yDesc, call, &shape)) return status;
  return run(handle, call, Pass::FORWARD, shape, alpha, input("x", x, shape.x), input("w", w, shape.w),
             {algorithm, workspace, workspaceBytes}, beta, {"y", y, shape.y.element(), shape.y.bytes()}, convolve);
}

int cudnnConvolutionBackwardData(CudnnHandle* handle, const void* alpha, const Filter* wDesc, const void* w,
                                 const Tensor* dyDesc, const void* dy, const ConvolutionDescriptor* convolution,
                                 int algorithm, void* workspace, size_t workspaceBytes, const void* beta,
                                 const Tensor* dxDesc, void* dx) {
  const char* call = "cudnnConvolutionBackwardData";
  if (int status = requireReady(handle, call)) return status;
  ConvolutionShape shape;
  if (int status = requireConvolution(dxDesc, wDesc, convolution, dyDesc, call, &shape)) return status;
  return run(handle, call, Pass::BACKWARD_DATA, shape, alpha, input("w", w, shape.w), input("dy", dy, shape.y),
             {algorithm, workspace, workspaceBytes}, beta, {"dx", dx, shape.x.element(), shape.x.bytes()},
             convolveBackwardData);
}

int cudnnConvolutionBackwardFilter(CudnnHandle* handle, const void* alpha, const Tensor* xDesc, const void* x,
                                   const Tensor* dyDesc, const void* dy, const ConvolutionDescriptor* convolution,
                                   int algorithm, void* workspace, size_t workspaceBytes, const void* beta,
                                   const Filter* dwDesc, void* dw) {
  const char* call = "cudnnConvolutionBackwardFilter";
  if (int status = requireReady(handle, call)) return status;
  ConvolutionShape shape;
  if (int status = requireConvolution(xDesc, dwDesc, convolution, dyDesc, call, &shape)) return status;
  return run(handle, call, Pass::BACKWARD_FILTER, shape, alpha, input("x", x, shape.x), input("dy", dy, shape.y),
             {algorithm, workspace, workspaceBytes}, beta, {"dw", dw, shape.w.element(), shape.w.bytes()},
             convolveBackwardFilter);
}

}  // extern "C"
