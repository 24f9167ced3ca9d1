// Fill and the functions of one operand: one kernel a function, out[i] = f(x[i]; p, q) for i below count. out may be x,
// so neither is __restrict__.
#include "functions.cuh"
#include "real.cuh"

#define OPERANDS const Real *x, Real *out, float p, float q, long long count
#define FUNCTION(Name, value)                                               \
  struct Name {                                                             \
    static __device__ __forceinline__ float of(float x, float p, float q) { \
      return value;                                                         \
    }                                                                       \
  }

FUNCTION(Negate, -x);
FUNCTION(Affine, p * x + q);
FUNCTION(Abs, fabsf(x));
FUNCTION(Sign, x > 0 ? 1.0f : x < 0 ? -1.0f : x);
FUNCTION(Square, x * x);
FUNCTION(Sqrt, sqrtf(x));
FUNCTION(Reciprocal, 1.0f / x);
FUNCTION(Exp, expf(x));
FUNCTION(Log, logf(x));
FUNCTION(Tanh, tanhf(x));
FUNCTION(Sigmoid, sigmoid(x));
FUNCTION(Softplus, softplus(x));
FUNCTION(LeakyRelu, leakyRelu(x, p));
FUNCTION(Clamp, x < p ? p : x > q ? q : x);
FUNCTION(Within, p <= x && x <= q ? 1.0f : 0.0f);
FUNCTION(Below, x < p ? q : 0.0f);

// By 16 bytes, and the rest one by one.
template <typename Function>
__device__ __forceinline__ void each(OPERANDS) {
  long long vectors = count / REALS;
  for (long long i = firstItem(); i < vectors; i += itemStride()) {
    RealVector values = loadReals(x, i);
#pragma unroll
    for (int k = 0; k < REALS; k++) {
      values.at[k] = toReal(Function::of(toFloat(values.at[k]), p, q));
    }
    storeReals(out, i, values);
  }
  for (long long i = vectors * REALS + firstItem(); i < count; i += itemStride()) {
    out[i] = toReal(Function::of(toFloat(x[i]), p, q));
  }
}

extern "C" __global__ void unary_negate(OPERANDS) { each<Negate>(x, out, p, q, count); }
extern "C" __global__ void unary_affine(OPERANDS) { each<Affine>(x, out, p, q, count); }
extern "C" __global__ void unary_abs(OPERANDS) { each<Abs>(x, out, p, q, count); }
extern "C" __global__ void unary_sign(OPERANDS) { each<Sign>(x, out, p, q, count); }
extern "C" __global__ void unary_square(OPERANDS) { each<Square>(x, out, p, q, count); }
extern "C" __global__ void unary_sqrt(OPERANDS) { each<Sqrt>(x, out, p, q, count); }
extern "C" __global__ void unary_reciprocal(OPERANDS) { each<Reciprocal>(x, out, p, q, count); }
extern "C" __global__ void unary_exp(OPERANDS) { each<Exp>(x, out, p, q, count); }
extern "C" __global__ void unary_log(OPERANDS) { each<Log>(x, out, p, q, count); }
extern "C" __global__ void unary_tanh(OPERANDS) { each<Tanh>(x, out, p, q, count); }
extern "C" __global__ void unary_sigmoid(OPERANDS) { each<Sigmoid>(x, out, p, q, count); }
extern "C" __global__ void unary_softplus(OPERANDS) { each<Softplus>(x, out, p, q, count); }
extern "C" __global__ void unary_leaky_relu(OPERANDS) { each<LeakyRelu>(x, out, p, q, count); }
extern "C" __global__ void unary_clamp(OPERANDS) { each<Clamp>(x, out, p, q, count); }
extern "C" __global__ void unary_within(OPERANDS) { each<Within>(x, out, p, q, count); }
extern "C" __global__ void unary_below(OPERANDS) { each<Below>(x, out, p, q, count); }

extern "C" __global__ void fill(Real* out, float value, long long count) {
  Real number = toReal(value);
  RealVector numbers;
#pragma unroll
  for (int k = 0; k < REALS; k++) {
    numbers.at[k] = number;
  }
  long long vectors = count / REALS;
  for (long long i = firstItem(); i < vectors; i += itemStride()) {
    storeReals(out, i, numbers);
  }
  for (long long i = vectors * REALS + firstItem(); i < count; i += itemStride()) {
    out[i] = number;
  }
}
