// The elementwise functions that end a fused kernel, and their derivatives from the output.
#pragma once

#include "functions.cuh"

// The numbers that Java's Launch.activation gives to ganengine.kernels.Activation.Kind.
enum class ActivationKind : int { IDENTITY = 0, LEAKY_RELU = 1, TANH = 2, SIGMOID = 3 };

struct Activation {
  ActivationKind kind;
  float slope;

  __device__ __forceinline__ Activation(int kindNumber, float slope)
      : kind(static_cast<ActivationKind>(kindNumber)), slope(slope) {}

  __device__ __forceinline__ float of(float v) const {
    switch (kind) {
      case ActivationKind::LEAKY_RELU:
        return leakyRelu(v, slope);
      case ActivationKind::TANH:
        return tanhf(v);
      case ActivationKind::SIGMOID:
        return sigmoid(v);
      default:
        return v;
    }
  }

  // The gradient before the activation, from that after it and from the output y.
  __device__ __forceinline__ float gradient(float gradY, float y) const {
    switch (kind) {
      case ActivationKind::LEAKY_RELU:
        return y > 0.0f ? gradY : slope * gradY;
      case ActivationKind::TANH:
        return gradY * (1.0f - y * y);
      case ActivationKind::SIGMOID:
        return gradY * y * (1.0f - y);
      default:
        return gradY;
    }
  }

  __device__ __forceinline__ bool needsOutput() const { return kind != ActivationKind::IDENTITY; }
};
