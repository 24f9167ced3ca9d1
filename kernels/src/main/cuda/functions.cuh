// Functions of single numbers, right at all magnitudes; NaN gives NaN.
#pragma once

// 1 / (1 + e^-x). The exponential of a number above 0 is never taken, so nothing overflows.
__device__ __forceinline__ float sigmoid(float x) {
  float e = expf(-fabsf(x));
  return (x >= 0 ? 1.0f : e) / (1.0f + e);
}

// a * sigmoid(x). Below x = -87 the sigmoid alone has no precision left, though a may make the product large again: the
// exponential goes in as two halves.
__device__ __forceinline__ float timesSigmoid(float a, float x) {
  if (x >= 0) {
    return a / (1.0f + expf(-x));
  }
  float half = expf(0.5f * x);
  return a * half * half / (1.0f + half * half);
}

// ln(1 + e^x).
__device__ __forceinline__ float softplus(float x) {
  return (x > 0 ? x : 0.0f) + log1pf(expf(-fabsf(x)));
}

// x if x > 0, else slope * x.
__device__ __forceinline__ float leakyRelu(float x, float slope) { return x > 0 ? x : slope * x; }

// The larger one, NaN being larger than any number (fmaxf drops it).
__device__ __forceinline__ float larger(float a, float b) { return a > b || a != a ? a : b; }
