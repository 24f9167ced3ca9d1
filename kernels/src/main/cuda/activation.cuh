// The elementwise functions that end a fused kernel, and their derivatives from the output.
#pragma once

// In the order of ganengine.kernels.Activation.Kind, whose ordinal comes as a kernel's int parameter.
enum class ActivationKind : int { IDENTITY, LEAKY_RELU, TANH, SIGMOID };

struct Activation {
  ActivationKind kind;
  float slope;

  __device__ __forceinline__ Activation(int kindNumber, float slope)
      : kind(static_cast<ActivationKind>(kindNumber)), slope(slope) {}

  __device__ __forceinline__ float of(float v) const {
    switch (kind) {
      case ActivationKind::LEAKY_RELU:
        return v > 0.0f ? v : slope * v;
      case ActivationKind::TANH:
        return tanhf(v);
      case ActivationKind::SIGMOID: {
        // The exponential of a number above 0 is never taken, so nothing overflows.
        float e = expf(-fabsf(v));
        return (v > 0.0f ? 1.0f : e) / (1.0f + e);
      }
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
