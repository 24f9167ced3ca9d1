// cuDNN's tensor descriptors.
#include <cstdint>

#include "cudnn_descriptors.h"

namespace emulation {

namespace {

Living<Tensor>& tensors() {
  static Living<Tensor> living;
  return living;
}

size_t bytesOfType(int type) {
  switch (type) {
    case CUDNN_DATA_FLOAT: return 4;
    case CUDNN_DATA_DOUBLE: return 8;
    case CUDNN_DATA_HALF:
    case CUDNN_DATA_BFLOAT16: return 2;
    default: return 0;
  }
}

int requireAlive(const Tensor* tensor, const char* call, const char* name) {
  if (tensors().holds(tensor)) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "%s: %s is no tensor descriptor: never created, or destroyed", call, name);
}

// The stride of a dimension of size 1 does not matter.
bool hasStrides(const Tensor& tensor, std::array<int, 4> expected) {
  for (int i = 0; i < 4; i++) {
    if (tensor.size[i] > 1 && tensor.stride[i] != expected[i]) return false;
  }
  return true;
}

int set(Tensor* tensor, const char* call, int type, std::array<int, 4> size, std::array<int, 4> stride) {
  if (int status = requireAlive(tensor, call, "the descriptor")) return status;
  if (bytesOfType(type) == 0) return refuse(CUDNN_NOT_SUPPORTED, "%s: the emulation has no data type %d", call, type);
  int64_t count = 1;
  for (int i = 0; i < 4; i++) {
    if (size[i] <= 0 || stride[i] <= 0) {
      return refuse(CUDNN_BAD_PARAM, "%s: size %d with stride %d in dimension %d", call, size[i], stride[i], i);
    }
    count *= size[i];
    if (count > INT32_MAX) return refuse(CUDNN_NOT_SUPPORTED, "%s: more than 2^31 - 1 elements", call);
  }
  *tensor = {true, type, size, stride};
  return CUDNN_SUCCESS;
}

}  // namespace

size_t Tensor::bytes() const {
  size_t last = 0;
  for (int i = 0; i < 4; i++) last += static_cast<size_t>(size[i] - 1) * stride[i];
  return (last + 1) * bytesOfType(type);
}

bool Tensor::isNhwc() const { return hasStrides(*this, {h() * w() * c(), 1, w() * c(), c()}); }

bool Tensor::isNchw() const { return hasStrides(*this, {c() * h() * w(), h() * w(), w(), 1}); }

std::string Tensor::text() const {
  std::string sizes;
  for (int part : size) sizes += (sizes.empty() ? "" : "x") + std::to_string(part);
  return "NCHW " + sizes + " of type " + std::to_string(type);
}

int requireSet(const Tensor* tensor, const char* call, const char* name) {
  if (int status = requireAlive(tensor, call, name)) return status;
  return tensor->set ? CUDNN_SUCCESS : refuse(CUDNN_BAD_PARAM, "%s: %s was never set", call, name);
}

int setPacked(Tensor* tensor, const char* call, int format, int type, int n, int c, int h, int w) {
  int64_t most = static_cast<int64_t>(c) * h * w;
  if (most > INT32_MAX) return refuse(CUDNN_NOT_SUPPORTED, "%s: more than 2^31 - 1 elements", call);
  if (format == CUDNN_TENSOR_NCHW) return set(tensor, call, type, {n, c, h, w}, {c * h * w, h * w, w, 1});
  if (format == CUDNN_TENSOR_NHWC) return set(tensor, call, type, {n, c, h, w}, {h * w * c, 1, w * c, c});
  return refuse(CUDNN_BAD_PARAM, "%s: tensor format %d", call, format);
}

int requirePointer(const void* data, Element element, const char* call, const char* name) {
  if (data == nullptr) return refuse(CUDNN_BAD_PARAM, "%s: %s is null", call, name);
  if (reinterpret_cast<uintptr_t>(data) % bytesOf(element) == 0) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "%s: %s is not aligned to its elements", call, name);
}

}  // namespace emulation

using namespace emulation;

extern "C" {

int cudnnCreateTensorDescriptor(Tensor** tensor) {
  if (tensor == nullptr) return refuse(CUDNN_BAD_PARAM, "cudnnCreateTensorDescriptor: null");
  *tensor = tensors().create();
  return CUDNN_SUCCESS;
}

int cudnnDestroyTensorDescriptor(Tensor* tensor) {
  if (tensors().destroy(tensor)) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "cudnnDestroyTensorDescriptor: never created, or destroyed already");
}

int cudnnSetTensor4dDescriptor(Tensor* tensor, int format, int type, int n, int c, int h, int w) {
  return setPacked(tensor, "cudnnSetTensor4dDescriptor", format, type, n, c, h, w);
}

int cudnnSetTensor4dDescriptorEx(Tensor* tensor, int type, int n, int c, int h, int w, int strideN, int strideC,
                                 int strideH, int strideW) {
  return set(tensor, "cudnnSetTensor4dDescriptorEx", type, {n, c, h, w}, {strideN, strideC, strideH, strideW});
}

int cudnnGetTensor4dDescriptor(const Tensor* tensor, int* type, int* n, int* c, int* h, int* w, int* strideN, int* strideC,
                               int* strideH, int* strideW) {
  if (int status = requireSet(tensor, "cudnnGetTensor4dDescriptor", "the descriptor")) return status;
  *type = tensor->type;
  int* sizes[] = {n, c, h, w};
  int* strides[] = {strideN, strideC, strideH, strideW};
  for (int i = 0; i < 4; i++) {
    *sizes[i] = tensor->size[i];
    *strides[i] = tensor->stride[i];
  }
  return CUDNN_SUCCESS;
}

int cudnnGetTensorSizeInBytes(const Tensor* tensor, size_t* bytes) {
  if (int status = requireSet(tensor, "cudnnGetTensorSizeInBytes", "the descriptor")) return status;
  *bytes = tensor->bytes();
  return CUDNN_SUCCESS;
}

}  // extern "C"
