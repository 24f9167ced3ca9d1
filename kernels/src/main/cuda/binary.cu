// The functions of two operands: out[i] = f(a[..], b[..]; p). Three kernels a function, by how the operands meet:
//   flat     count elements; an operand has as many or, where it repeats, one
//   rows     out is [rows, columns], columns a multiple of REALS; an operand has a row stride, and a column stride of
//            0 or 1: a matrix (columns, 1), a row (0, 1), a column (1, 0)
//   strided  anything of up to 8 axes
// out may be an operand of its size, so none is __restrict__.
#include "functions.cuh"
#include "layouts.cuh"
#include "real.cuh"

struct Rows {
  int columns;
  int rowStrideA;
  int columnStrideA;
  int rowStrideB;
  int columnStrideB;
};

#define FLAT const Real *a, const Real *b, Real *out, float p, long long count, int repeatA, int repeatB
#define ROWS const Real *a, const Real *b, Real *out, float p, long long count, Rows size
#define STRIDED const Real *a, const Real *b, Real *out, float p, long long count, TwoLayouts box

#define FUNCTION(Name, value)                                               \
  struct Name {                                                             \
    static __device__ __forceinline__ float of(float a, float b, float p) { \
      return value;                                                         \
    }                                                                       \
  }

FUNCTION(Add, a + b);
FUNCTION(Subtract, a - b);
FUNCTION(Multiply, a * b);
FUNCTION(Divide, a / b);
FUNCTION(Maximum, larger(a, b));
FUNCTION(TanhGradient, a * (1.0f - b * b));
FUNCTION(SigmoidGradient, a * b * (1.0f - b));
FUNCTION(SoftplusGradient, timesSigmoid(a, b));
FUNCTION(LeakyReluGradient, b > 0 ? a : p * a);

__device__ __forceinline__ RealVector repeated(Real value) {
  RealVector values;
#pragma unroll
  for (int k = 0; k < REALS; k++) {
    values.at[k] = value;
  }
  return values;
}

template <typename Function>
__device__ __forceinline__ RealVector both(RealVector a, RealVector b, float p) {
  RealVector values;
#pragma unroll
  for (int k = 0; k < REALS; k++) {
    values.at[k] = toReal(Function::of(toFloat(a.at[k]), toFloat(b.at[k]), p));
  }
  return values;
}

template <typename Function>
__device__ __forceinline__ void flat(FLAT) {
  long long vectors = count / REALS;
  for (long long i = firstItem(); i < vectors; i += itemStride()) {
    RealVector left = repeatA ? repeated(a[0]) : loadReals(a, i);
    RealVector right = repeatB ? repeated(b[0]) : loadReals(b, i);
    storeReals(out, i, both<Function>(left, right, p));
  }
  for (long long i = vectors * REALS + firstItem(); i < count; i += itemStride()) {
    out[i] = toReal(Function::of(toFloat(a[repeatA ? 0 : i]), toFloat(b[repeatB ? 0 : i]), p));
  }
}

// REALS neighbours within a row of an operand.
__device__ __forceinline__ RealVector neighbours(const Real* x, int rowStride, int columnStride, int row, int column) {
  int first = row * rowStride;
  return columnStride == 0 ? repeated(x[first]) : loadReals(x, (first + column) / REALS);
}

template <typename Function>
__device__ __forceinline__ void rows(ROWS) {
  for (long long i = firstItem(); i < count / REALS; i += itemStride()) {
    unsigned int first = static_cast<unsigned int>(i) * REALS;
    int row = first / size.columns;
    int column = first % size.columns;
    RealVector left = neighbours(a, size.rowStrideA, size.columnStrideA, row, column);
    RealVector right = neighbours(b, size.rowStrideB, size.columnStrideB, row, column);
    storeReals(out, i, both<Function>(left, right, p));
  }
}

template <typename Function>
__device__ __forceinline__ void strided(STRIDED) {
  for (long long i = firstItem(); i < count; i += itemStride()) {
    TwoOffsets at = offsetsOf(box, i);
    out[i] = toReal(Function::of(toFloat(a[at.first]), toFloat(b[at.second]), p));
  }
}

extern "C" __global__ void flat_add(FLAT) { flat<Add>(a, b, out, p, count, repeatA, repeatB); }
extern "C" __global__ void flat_subtract(FLAT) { flat<Subtract>(a, b, out, p, count, repeatA, repeatB); }
extern "C" __global__ void flat_multiply(FLAT) { flat<Multiply>(a, b, out, p, count, repeatA, repeatB); }
extern "C" __global__ void flat_divide(FLAT) { flat<Divide>(a, b, out, p, count, repeatA, repeatB); }
extern "C" __global__ void flat_maximum(FLAT) { flat<Maximum>(a, b, out, p, count, repeatA, repeatB); }
extern "C" __global__ void flat_tanh_gradient(FLAT) { flat<TanhGradient>(a, b, out, p, count, repeatA, repeatB); }
extern "C" __global__ void flat_sigmoid_gradient(FLAT) { flat<SigmoidGradient>(a, b, out, p, count, repeatA, repeatB); }
extern "C" __global__ void flat_softplus_gradient(FLAT) {
  flat<SoftplusGradient>(a, b, out, p, count, repeatA, repeatB);
}
extern "C" __global__ void flat_leaky_relu_gradient(FLAT) {
  flat<LeakyReluGradient>(a, b, out, p, count, repeatA, repeatB);
}

extern "C" __global__ void rows_add(ROWS) { rows<Add>(a, b, out, p, count, size); }
extern "C" __global__ void rows_subtract(ROWS) { rows<Subtract>(a, b, out, p, count, size); }
extern "C" __global__ void rows_multiply(ROWS) { rows<Multiply>(a, b, out, p, count, size); }
extern "C" __global__ void rows_divide(ROWS) { rows<Divide>(a, b, out, p, count, size); }
extern "C" __global__ void rows_maximum(ROWS) { rows<Maximum>(a, b, out, p, count, size); }
extern "C" __global__ void rows_tanh_gradient(ROWS) { rows<TanhGradient>(a, b, out, p, count, size); }
extern "C" __global__ void rows_sigmoid_gradient(ROWS) { rows<SigmoidGradient>(a, b, out, p, count, size); }
extern "C" __global__ void rows_softplus_gradient(ROWS) { rows<SoftplusGradient>(a, b, out, p, count, size); }
extern "C" __global__ void rows_leaky_relu_gradient(ROWS) { rows<LeakyReluGradient>(a, b, out, p, count, size); }

extern "C" __global__ void strided_add(STRIDED) { strided<Add>(a, b, out, p, count, box); }
extern "C" __global__ void strided_subtract(STRIDED) { strided<Subtract>(a, b, out, p, count, box); }
extern "C" __global__ void strided_multiply(STRIDED) { strided<Multiply>(a, b, out, p, count, box); }
extern "C" __global__ void strided_divide(STRIDED) { strided<Divide>(a, b, out, p, count, box); }
extern "C" __global__ void strided_maximum(STRIDED) { strided<Maximum>(a, b, out, p, count, box); }
extern "C" __global__ void strided_tanh_gradient(STRIDED) { strided<TanhGradient>(a, b, out, p, count, box); }
extern "C" __global__ void strided_sigmoid_gradient(STRIDED) { strided<SigmoidGradient>(a, b, out, p, count, box); }
extern "C" __global__ void strided_softplus_gradient(STRIDED) { strided<SoftplusGradient>(a, b, out, p, count, box); }
extern "C" __global__ void strided_leaky_relu_gradient(STRIDED) {
  strided<LeakyReluGradient>(a, b, out, p, count, box);
}
