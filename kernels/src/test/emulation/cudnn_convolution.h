// The three passes of a convolution in NHWC: what they are made of, what algorithms they have, what they compute.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "cudnn_descriptors.h"

namespace emulation {

enum class Pass { FORWARD, BACKWARD_DATA, BACKWARD_FILTER };

/// Checked descriptors, copied, so that they may be destroyed while a captured graph lives. All tensors are packed NHWC.
struct ConvolutionShape {
  Tensor x;
  Filter w;
  Tensor y;
  ConvolutionDescriptor convolution;

  int groupInputs() const { return w.c; }
  int groupOutputs() const { return w.k / convolution.groups; }
  int taps() const { return w.h * w.w * w.c; }
  int pixels() const { return y.h() * y.w(); }
  int64_t multiplyAdds() const { return static_cast<int64_t>(y.count()) * taps(); }
  /// Every math type but FMA lets tensor cores round fp32 operands to TF32.
  bool tf32() const { return convolution.mathType != CUDNN_FMA_MATH; }
};

/// Size of the convolution's output; BAD_PARAM where the channels or the sizes do not fit.
int outputSize(const Tensor& x, const Filter& w, const ConvolutionDescriptor& convolution, const char* call,
               std::array<int, 4>* size);

/// Checks the four descriptors against each other. BAD_PARAM or NOT_SUPPORTED, and then shape is not set.
int requireConvolution(const Tensor* x, const Filter* w, const ConvolutionDescriptor* convolution, const Tensor* y,
                       const char* call, ConvolutionShape* shape);

/// y = alpha * convolution(x, w) + beta * y.
void convolve(const ConvolutionShape& shape, const void* x, const void* w, double alpha, double beta, void* y);

/// dx = alpha * (gradient of the input) + beta * dx.
void convolveBackwardData(const ConvolutionShape& shape, const void* w, const void* dy, double alpha, double beta, void* dx);

/// dw = alpha * (gradient of the filter) + beta * dw.
void convolveBackwardFilter(const ConvolutionShape& shape, const void* x, const void* dy, double alpha, double beta,
                            void* dw);

struct Algorithm {
  int number;
  const char* name;
  bool deterministic;
  bool runsNhwc;
};

/// cuDNN's algorithms of a pass, fastest first as the emulation's searches report them. Source of determinism and of
/// what runs with NHWC filters: the tables of NVIDIA's cuDNN API reference.
const std::vector<Algorithm>& algorithmsOf(Pass pass);

/// Workspace of an algorithm; NOT_SUPPORTED where it does not run, BAD_PARAM where there is no such algorithm.
int workspaceOf(Pass pass, int algorithm, const ConvolutionShape& shape, const char* call, size_t* bytes);

}  // namespace emulation
