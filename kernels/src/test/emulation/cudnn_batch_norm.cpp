// cuDNN's batch norm over n, h and w (the spatial modes) of packed NHWC tensors, parameters in fp32. With m = n h w:
// mean and biased variance over the m values of a channel, invVariance = 1 / sqrt(variance + epsilon).
// Source: Ioffe and Szegedy 2015, algorithms 1 and 2, and NVIDIA's cuDNN API reference.
#include <cmath>
#include <vector>

#include "cudnn_descriptors.h"
#include "cudnn_handle.h"
#include "emulated_memory.h"

using namespace emulation;

namespace {

enum BatchNormMode { PER_ACTIVATION = 0, SPATIAL = 1, SPATIAL_PERSISTENT = 2 };

int requireSpatial(const char* call, int mode) {
  if (mode == SPATIAL || mode == SPATIAL_PERSISTENT) return CUDNN_SUCCESS;
  if (mode == PER_ACTIVATION) return refuse(CUDNN_NOT_SUPPORTED, "%s: the emulation does the spatial modes only", call);
  return refuse(CUDNN_BAD_PARAM, "%s: mode %d", call, mode);
}

/// x and what has its shape (y, dy, dx), and the parameters' descriptor [1, c, 1, 1] in fp32.
int requireTensors(const char* call, const Tensor* x, std::initializer_list<const Tensor*> alike, const Tensor* parameters) {
  if (int status = requireSet(x, call, "xDesc")) return status;
  if (!x->isNhwc()) return refuse(CUDNN_NOT_SUPPORTED, "%s: the emulation does fully packed NHWC only", call);
  if (x->type != CUDNN_DATA_FLOAT && x->type != CUDNN_DATA_BFLOAT16) {
    return refuse(CUDNN_NOT_SUPPORTED, "%s: data type %d", call, x->type);
  }
  for (const Tensor* other : alike) {
    if (int status = requireSet(other, call, "a data descriptor")) return status;
    if (other->size != x->size || other->type != x->type || !other->isNhwc()) {
      return refuse(CUDNN_BAD_PARAM, "%s: x is %s, another operand %s", call, x->text().c_str(), other->text().c_str());
    }
  }
  if (int status = requireSet(parameters, call, "the parameters' descriptor")) return status;
  if (parameters->size != std::array<int, 4>{1, x->c(), 1, 1} || parameters->type != CUDNN_DATA_FLOAT) {
    return refuse(CUDNN_BAD_PARAM, "%s: x is %s, the parameters %s", call, x->text().c_str(), parameters->text().c_str());
  }
  return CUDNN_SUCCESS;
}

int requirePointers(const char* call, std::initializer_list<const void*> data, Element element,
                    std::initializer_list<const void*> parameters) {
  for (const void* pointer : data) {
    if (int status = requirePointer(pointer, element, call, "a data operand")) return status;
  }
  for (const void* pointer : parameters) {
    if (int status = requirePointer(pointer, Element::FLOAT, call, "a parameter or factor")) return status;
  }
  return CUDNN_SUCCESS;
}

/// Optional pointers come in pairs: both or none.
int requirePair(const char* call, const void* first, const void* second, const char* names) {
  if ((first == nullptr) == (second == nullptr)) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "%s: only one of %s is null", call, names);
}

int requireEpsilon(const char* call, double epsilon) {
  constexpr double CUDNN_BN_MIN_EPSILON = 0.0;
  return epsilon >= CUDNN_BN_MIN_EPSILON ? CUDNN_SUCCESS : refuse(CUDNN_BAD_PARAM, "%s: epsilon %g", call, epsilon);
}

float factor(const void* host) { return *static_cast<const float*>(host); }

struct Statistics {
  std::vector<double> mean, variance;
};

Statistics statisticsOf(const std::vector<double>& x, size_t channels) {
  size_t rows = x.size() / channels;
  Statistics of{std::vector<double>(channels), std::vector<double>(channels)};
  for (size_t i = 0; i < x.size(); i += channels) {
    for (size_t c = 0; c < channels; c++) of.mean[c] += x[i + c] / rows;
  }
  for (size_t i = 0; i < x.size(); i += channels) {
    for (size_t c = 0; c < channels; c++) of.variance[c] += std::pow(x[i + c] - of.mean[c], 2) / rows;
  }
  return of;
}

bool readableAll(std::initializer_list<const void*> all, size_t bytes, const char* call) {
  for (const void* pointer : all) {
    if (!emu_readable(pointer, bytes, call)) return false;
  }
  return true;
}

bool writableAll(std::initializer_list<void*> all, size_t bytes, const char* call) {
  for (void* pointer : all) {
    if (!emu_writable(pointer, bytes, call)) return false;
  }
  return true;
}

void wroteAll(std::initializer_list<void*> all, size_t bytes) {
  for (void* pointer : all) emu_wrote(pointer, bytes);
}

/// y = alpha * (scale * (x - mean) * invDeviation + bias) + beta * y.
void normalise(const std::vector<double>& x, const float* scale, const float* bias, const std::vector<double>& mean,
               const std::vector<double>& invDeviation, double alpha, double beta, void* y, Element element) {
  size_t channels = mean.size();
  for (size_t i = 0; i < x.size(); i += channels) {
    for (size_t c = 0; c < channels; c++) {
      blend(alpha, scale[c] * (x[i + c] - mean[c]) * invDeviation[c] + bias[c], beta, y, element, i + c);
    }
  }
}

std::vector<double> inverseDeviation(const std::vector<double>& variance, double epsilon) {
  std::vector<double> inverse;
  for (double v : variance) inverse.push_back(1 / std::sqrt(v + epsilon));
  return inverse;
}

}  // namespace

extern "C" {

int cudnnDeriveBNTensorDescriptor(Tensor* derived, const Tensor* x, int mode) {
  const char* call = "cudnnDeriveBNTensorDescriptor";
  if (int status = requireSet(x, call, "xDesc")) return status;
  if (int status = requireSpatial(call, mode)) return status;
  return setPacked(derived, call, CUDNN_TENSOR_NCHW, CUDNN_DATA_FLOAT, 1, x->c(), 1, 1);
}

int cudnnBatchNormalizationForwardTraining(CudnnHandle* handle, int mode, const void* alpha, const void* beta,
                                           const Tensor* xDesc, const void* x, const Tensor* yDesc, void* y,
                                           const Tensor* parameters, const void* scale, const void* bias, double average,
                                           void* runningMean, void* runningVariance, double epsilon, void* savedMean,
                                           void* savedInvVariance) {
  const char* call = "cudnnBatchNormalizationForwardTraining";
  if (int status = requireReady(handle, call)) return status;
  if (int status = requireSpatial(call, mode)) return status;
  if (int status = requireTensors(call, xDesc, {yDesc}, parameters)) return status;
  if (int status = requirePointers(call, {x, y}, xDesc->element(), {alpha, beta, scale, bias})) return status;
  if (int status = requirePair(call, runningMean, runningVariance, "the running mean and variance")) return status;
  if (int status = requirePair(call, savedMean, savedInvVariance, "the saved mean and inverse variance")) return status;
  if (int status = requireEpsilon(call, epsilon)) return status;
  double outScale = factor(alpha), keep = factor(beta);
  return runOn(handle, call, [=, shape = *xDesc] {
    size_t channels = shape.c(), rows = shape.count() / channels, bytes = channels * sizeof(float);
    if (!readableAll({x}, shape.bytes(), call) || !readableAll({scale, bias}, bytes, call)) return;
    if (!writableAll({y}, shape.bytes(), call)) return;
    if (keep != 0 && !readableAll({y}, shape.bytes(), call)) return;
    auto values = widened(x, shape.element(), shape.count(), false);
    Statistics of = statisticsOf(values, channels);
    auto inverse = inverseDeviation(of.variance, epsilon);
    if (runningMean != nullptr) {
      // With a factor of 1 the old values do not count and may be unwritten.
      if (!writableAll({runningMean, runningVariance}, bytes, call)) return;
      if (average != 1 && !readableAll({runningMean, runningVariance}, bytes, call)) return;
      double unbiased = rows > 1 ? static_cast<double>(rows) / (rows - 1) : 1;
      for (size_t c = 0; c < channels; c++) {
        blend(average, of.mean[c], 1 - average, runningMean, Element::FLOAT, c);
        blend(average, of.variance[c] * unbiased, 1 - average, runningVariance, Element::FLOAT, c);
      }
      wroteAll({runningMean, runningVariance}, bytes);
    }
    if (savedMean != nullptr) {
      if (!writableAll({savedMean, savedInvVariance}, bytes, call)) return;
      for (size_t c = 0; c < channels; c++) {
        store(savedMean, Element::FLOAT, c, of.mean[c]);
        store(savedInvVariance, Element::FLOAT, c, inverse[c]);
      }
      wroteAll({savedMean, savedInvVariance}, bytes);
    }
    normalise(values, static_cast<const float*>(scale), static_cast<const float*>(bias), of.mean, inverse, outScale, keep,
              y, shape.element());
    wroteAll({y}, shape.bytes());
  });
}

int cudnnBatchNormalizationForwardInference(CudnnHandle* handle, int mode, const void* alpha, const void* beta,
                                            const Tensor* xDesc, const void* x, const Tensor* yDesc, void* y,
                                            const Tensor* parameters, const void* scale, const void* bias,
                                            const void* mean, const void* variance, double epsilon) {
  const char* call = "cudnnBatchNormalizationForwardInference";
  if (int status = requireReady(handle, call)) return status;
  if (int status = requireSpatial(call, mode)) return status;
  if (int status = requireTensors(call, xDesc, {yDesc}, parameters)) return status;
  if (int status = requirePointers(call, {x, y}, xDesc->element(), {alpha, beta, scale, bias, mean, variance})) return status;
  if (int status = requireEpsilon(call, epsilon)) return status;
  double outScale = factor(alpha), keep = factor(beta);
  return runOn(handle, call, [=, shape = *xDesc] {
    size_t channels = shape.c(), bytes = channels * sizeof(float);
    if (!readableAll({x}, shape.bytes(), call) || !readableAll({scale, bias, mean, variance}, bytes, call)) return;
    if (!writableAll({y}, shape.bytes(), call)) return;
    if (keep != 0 && !readableAll({y}, shape.bytes(), call)) return;
    auto inverse = inverseDeviation(widened(variance, Element::FLOAT, channels, false), epsilon);
    normalise(widened(x, shape.element(), shape.count(), false), static_cast<const float*>(scale),
              static_cast<const float*>(bias), widened(mean, Element::FLOAT, channels, false), inverse, outScale, keep, y,
              shape.element());
    wroteAll({y}, shape.bytes());
  });
}

int cudnnBatchNormalizationBackward(CudnnHandle* handle, int mode, const void* alphaData, const void* betaData,
                                    const void* alphaParameters, const void* betaParameters, const Tensor* xDesc,
                                    const void* x, const Tensor* dyDesc, const void* dy, const Tensor* dxDesc, void* dx,
                                    const Tensor* parameters, const void* scale, void* dScale, void* dBias, double epsilon,
                                    const void* savedMean, const void* savedInvVariance) {
  const char* call = "cudnnBatchNormalizationBackward";
  if (int status = requireReady(handle, call)) return status;
  if (int status = requireSpatial(call, mode)) return status;
  if (int status = requireTensors(call, xDesc, {dyDesc, dxDesc}, parameters)) return status;
  if (int status = requirePointers(call, {x, dy, dx}, xDesc->element(),
                                   {alphaData, betaData, alphaParameters, betaParameters, scale, dScale, dBias})) {
    return status;
  }
  if (int status = requirePair(call, savedMean, savedInvVariance, "the saved mean and inverse variance")) return status;
  if (int status = requireEpsilon(call, epsilon)) return status;
  double dataScale = factor(alphaData), dataKeep = factor(betaData);
  double parameterScale = factor(alphaParameters), parameterKeep = factor(betaParameters);
  return runOn(handle, call, [=, shape = *xDesc] {
    size_t channels = shape.c(), rows = shape.count() / channels, bytes = channels * sizeof(float);
    if (!readableAll({x, dy}, shape.bytes(), call) || !readableAll({scale}, bytes, call)) return;
    if (!writableAll({dx}, shape.bytes(), call) || !writableAll({dScale, dBias}, bytes, call)) return;
    if (dataKeep != 0 && !readableAll({dx}, shape.bytes(), call)) return;
    if (parameterKeep != 0 && !readableAll({dScale, dBias}, bytes, call)) return;
    auto values = widened(x, shape.element(), shape.count(), false);
    auto gradY = widened(dy, shape.element(), shape.count(), false);
    std::vector<double> mean, inverse;
    if (savedMean != nullptr) {
      if (!readableAll({savedMean, savedInvVariance}, bytes, call)) return;
      mean = widened(savedMean, Element::FLOAT, channels, false);
      inverse = widened(savedInvVariance, Element::FLOAT, channels, false);
    } else {
      Statistics of = statisticsOf(values, channels);
      mean = of.mean;
      inverse = inverseDeviation(of.variance, epsilon);
    }
    std::vector<double> gradScale(channels), gradBias(channels);
    for (size_t i = 0; i < values.size(); i += channels) {
      for (size_t c = 0; c < channels; c++) {
        gradBias[c] += gradY[i + c];
        gradScale[c] += gradY[i + c] * (values[i + c] - mean[c]) * inverse[c];
      }
    }
    const float* gamma = static_cast<const float*>(scale);
    for (size_t i = 0; i < values.size(); i += channels) {
      for (size_t c = 0; c < channels; c++) {
        double normalised = (values[i + c] - mean[c]) * inverse[c];
        double gradX = gamma[c] * inverse[c] * (gradY[i + c] - gradBias[c] / rows - normalised * gradScale[c] / rows);
        blend(dataScale, gradX, dataKeep, dx, shape.element(), i + c);
      }
    }
    for (size_t c = 0; c < channels; c++) {
      blend(parameterScale, gradScale[c], parameterKeep, dScale, Element::FLOAT, c);
      blend(parameterScale, gradBias[c], parameterKeep, dBias, Element::FLOAT, c);
    }
    wroteAll({dx}, shape.bytes());
    wroteAll({dScale, dBias}, bytes);
  });
}

}  // extern "C"
