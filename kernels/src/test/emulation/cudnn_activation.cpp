// cuDNN's sigmoid, ReLU and tanh, forward and backward, on fully packed tensors of one layout.
#include <cmath>

#include "cudnn_descriptors.h"
#include "cudnn_handle.h"
#include "emulated_memory.h"

using namespace emulation;

namespace {

Living<ActivationDescriptor>& activations() {
  static Living<ActivationDescriptor> living;
  return living;
}

double activate(int mode, double x) {
  if (mode == CUDNN_SIGMOID) return 1 / (1 + std::exp(-x));
  return mode == CUDNN_TANH ? std::tanh(x) : x > 0 || std::isnan(x) ? x : 0;
}

/// The derivative in terms of the output, and for ReLU of the input.
double slope(int mode, double x, double y) {
  if (mode == CUDNN_SIGMOID) return y * (1 - y);
  return mode == CUDNN_TANH ? 1 - y * y : x > 0 ? 1 : 0;
}

int requireAlike(const char* call, const Tensor* first, std::initializer_list<const Tensor*> others) {
  if (int status = requireSet(first, call, "xDesc")) return status;
  if (!first->isNhwc() && !first->isNchw()) return refuse(CUDNN_NOT_SUPPORTED, "%s: the tensors are not packed", call);
  if (first->type != CUDNN_DATA_FLOAT && first->type != CUDNN_DATA_BFLOAT16) {
    return refuse(CUDNN_NOT_SUPPORTED, "%s: data type %d", call, first->type);
  }
  for (const Tensor* other : others) {
    if (int status = requireSet(other, call, "another operand's descriptor")) return status;
    bool sameLayout = (first->isNhwc() && other->isNhwc()) || (first->isNchw() && other->isNchw());
    if (first->size != other->size || first->type != other->type || !sameLayout) {
      return refuse(CUDNN_BAD_PARAM, "%s: x is %s, another operand %s, or their layouts differ", call,
                    first->text().c_str(), other->text().c_str());
    }
  }
  return CUDNN_SUCCESS;
}

int requireMode(const ActivationDescriptor* activation, const char* call) {
  if (int status = requireSet(activation, call)) return status;
  int mode = activation->mode;
  if (mode == CUDNN_SIGMOID || mode == CUDNN_RELU || mode == CUDNN_TANH) return CUDNN_SUCCESS;
  return refuse(CUDNN_NOT_SUPPORTED, "%s: the emulation has no activation of mode %d", call, mode);
}

int requirePointers(const char* call, std::initializer_list<const void*> data, Element element, const void* alpha,
                    const void* beta) {
  if (alpha == nullptr || beta == nullptr) return refuse(CUDNN_BAD_PARAM, "%s: alpha or beta is null", call);
  for (const void* pointer : data) {
    if (int status = requirePointer(pointer, element, call, "an operand")) return status;
  }
  return CUDNN_SUCCESS;
}

}  // namespace

namespace emulation {

int requireSet(const ActivationDescriptor* activation, const char* call) {
  if (!activations().holds(activation)) {
    return refuse(CUDNN_BAD_PARAM, "%s: no activation descriptor: never created, or destroyed", call);
  }
  return activation->set ? CUDNN_SUCCESS : refuse(CUDNN_BAD_PARAM, "%s: the activation descriptor was never set", call);
}

}  // namespace emulation

extern "C" {

int cudnnCreateActivationDescriptor(ActivationDescriptor** activation) {
  if (activation == nullptr) return refuse(CUDNN_BAD_PARAM, "cudnnCreateActivationDescriptor: null");
  *activation = activations().create();
  return CUDNN_SUCCESS;
}

int cudnnDestroyActivationDescriptor(ActivationDescriptor* activation) {
  if (activations().destroy(activation)) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "cudnnDestroyActivationDescriptor: never created, or destroyed already");
}

int cudnnSetActivationDescriptor(ActivationDescriptor* activation, int mode, int nanPropagation, double coefficient) {
  const char* call = "cudnnSetActivationDescriptor";
  if (!activations().holds(activation)) return refuse(CUDNN_BAD_PARAM, "%s: never created, or destroyed", call);
  if (mode < 0 || mode > 6 || nanPropagation < 0 || nanPropagation > 1) {
    return refuse(CUDNN_BAD_PARAM, "%s: mode %d, NaN propagation %d", call, mode, nanPropagation);
  }
  *activation = {true, mode, nanPropagation, coefficient};
  return CUDNN_SUCCESS;
}

int cudnnActivationForward(CudnnHandle* handle, const ActivationDescriptor* activation, const void* alpha,
                           const Tensor* xDesc, const void* x, const void* beta, const Tensor* yDesc, void* y) {
  const char* call = "cudnnActivationForward";
  if (int status = requireReady(handle, call)) return status;
  if (int status = requireMode(activation, call)) return status;
  if (int status = requireAlike(call, xDesc, {yDesc})) return status;
  if (int status = requirePointers(call, {x, y}, xDesc->element(), alpha, beta)) return status;
  double scale = *static_cast<const float*>(alpha), keep = *static_cast<const float*>(beta);
  return runOn(handle, call, [=, mode = activation->mode, shape = *xDesc] {
    if (!emu_readable(x, shape.bytes(), call) || !emu_writable(y, shape.bytes(), call)) return;
    if (keep != 0 && !emu_readable(y, shape.bytes(), call)) return;
    for (size_t i = 0; i < shape.count(); i++) {
      blend(scale, activate(mode, load(x, shape.element(), i)), keep, y, shape.element(), i);
    }
    emu_wrote(y, shape.bytes());
  });
}

int cudnnActivationBackward(CudnnHandle* handle, const ActivationDescriptor* activation, const void* alpha,
                            const Tensor* yDesc, const void* y, const Tensor* dyDesc, const void* dy, const Tensor* xDesc,
                            const void* x, const void* beta, const Tensor* dxDesc, void* dx) {
  const char* call = "cudnnActivationBackward";
  if (int status = requireReady(handle, call)) return status;
  if (int status = requireMode(activation, call)) return status;
  if (int status = requireAlike(call, xDesc, {yDesc, dyDesc, dxDesc})) return status;
  if (int status = requirePointers(call, {x, y, dy, dx}, xDesc->element(), alpha, beta)) return status;
  double scale = *static_cast<const float*>(alpha), keep = *static_cast<const float*>(beta);
  return runOn(handle, call, [=, mode = activation->mode, shape = *xDesc] {
    for (const void* input : {y, dy, x}) {
      if (!emu_readable(input, shape.bytes(), call)) return;
    }
    if (!emu_writable(dx, shape.bytes(), call)) return;
    if (keep != 0 && !emu_readable(dx, shape.bytes(), call)) return;
    for (size_t i = 0; i < shape.count(); i++) {
      double rate = slope(mode, load(x, shape.element(), i), load(y, shape.element(), i));
      blend(scale, load(dy, shape.element(), i) * rate, keep, dx, shape.element(), i);
    }
    emu_wrote(dx, shape.bytes());
  });
}

}  // extern "C"
