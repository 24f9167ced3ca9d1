// What cuDNN's opaque descriptors hold, and the checks that every call makes on them.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "cudnn_status.h"
#include "emulated_numbers.h"
#include "living_objects.h"

namespace emulation {

enum CudnnDataType { CUDNN_DATA_FLOAT = 0, CUDNN_DATA_DOUBLE = 1, CUDNN_DATA_HALF = 2, CUDNN_DATA_BFLOAT16 = 9 };
enum CudnnTensorFormat { CUDNN_TENSOR_NCHW = 0, CUDNN_TENSOR_NHWC = 1 };

/// Sizes and strides (in elements) in the order n, c, h, w.
struct Tensor {
  bool set = false;
  int type = CUDNN_DATA_FLOAT;
  std::array<int, 4> size{};
  std::array<int, 4> stride{};

  int n() const { return size[0]; }
  int c() const { return size[1]; }
  int h() const { return size[2]; }
  int w() const { return size[3]; }
  size_t count() const { return static_cast<size_t>(n()) * c() * h() * w(); }
  /// From the first to the last element.
  size_t bytes() const;
  bool isNhwc() const;
  bool isNchw() const;
  Element element() const { return type == CUDNN_DATA_BFLOAT16 ? Element::BFLOAT16 : Element::FLOAT; }
  std::string text() const;
};

/// [k, c, h, w] in either format; NHWC lies as k, h, w, c.
struct Filter {
  bool set = false;
  int type = CUDNN_DATA_FLOAT;
  int format = CUDNN_TENSOR_NCHW;
  int k = 0, c = 0, h = 0, w = 0;

  size_t count() const { return static_cast<size_t>(k) * c * h * w; }
  size_t bytes() const { return count() * bytesOf(element()); }
  Element element() const { return type == CUDNN_DATA_BFLOAT16 ? Element::BFLOAT16 : Element::FLOAT; }
};

enum CudnnMathType { CUDNN_DEFAULT_MATH = 0, CUDNN_TENSOR_OP_MATH = 1, CUDNN_ALLOW_CONVERSION = 2, CUDNN_FMA_MATH = 3 };
enum CudnnConvolutionMode { CUDNN_CONVOLUTION = 0, CUDNN_CROSS_CORRELATION = 1 };

struct ConvolutionDescriptor {
  bool set = false;
  int padH = 0, padW = 0, strideH = 1, strideW = 1, dilationH = 1, dilationW = 1;
  int mode = CUDNN_CROSS_CORRELATION;
  int computeType = CUDNN_DATA_FLOAT;
  int mathType = CUDNN_DEFAULT_MATH;
  int groups = 1;
};

enum CudnnActivationMode { CUDNN_SIGMOID = 0, CUDNN_RELU = 1, CUDNN_TANH = 2 };

struct ActivationDescriptor {
  bool set = false;
  int mode = CUDNN_SIGMOID;
  int nanPropagation = 0;
  double coefficient = 0;
};

/// BAD_PARAM where the descriptor is dead or was not set, else SUCCESS.
int requireSet(const Tensor* tensor, const char* call, const char* name);
int requireSet(const Filter* filter, const char* call, const char* name);
int requireSet(const ConvolutionDescriptor* convolution, const char* call);
int requireSet(const ActivationDescriptor* activation, const char* call);

/// Sets a fully packed tensor. BAD_PARAM or NOT_SUPPORTED as cudnnSetTensor4dDescriptor.
int setPacked(Tensor* tensor, const char* call, int format, int type, int n, int c, int h, int w);

/// BAD_PARAM for a null or misaligned pointer, else SUCCESS.
int requirePointer(const void* data, Element element, const char* call, const char* name);

}  // namespace emulation
