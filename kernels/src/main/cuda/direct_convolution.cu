// Convolution and its two gradients by their definitions: the last resort where cuDNN has no algorithm. Sums are taken
// in short runs that are then added up, so that rounding errors stay small.
#include "real.cuh"

// x [batch, inH, inW, inC], filter [outC, kernelH, kernelW, inC / groups], y [batch, outH, outW, outC].
struct ConvolutionSize {
  int batch, inH, inW, inC;
  int outH, outW, outC;
  int kernelH, kernelW;
  int strideH, strideW;
  int padTop, padLeft;
  int dilationH, dilationW;
  int groups;
};

// y from x and the filter, one thread for each element.
extern "C" __global__ void direct_convolution(ConvolutionSize s, const Real* __restrict__ x,
                                              const Real* __restrict__ filter, Real* __restrict__ y) {
  int groupIn = s.inC / s.groups;
  int groupOut = s.outC / s.groups;
  long long count = static_cast<long long>(s.batch) * s.outH * s.outW * s.outC;
  for (long long i = firstItem(); i < count; i += itemStride()) {
    int oc = static_cast<int>(i % s.outC);
    long long pixel = i / s.outC;
    int ow = static_cast<int>(pixel % s.outW);
    int oh = static_cast<int>(pixel / s.outW % s.outH);
    long long n = pixel / s.outW / s.outH;
    float sum = 0;
    for (int kh = 0; kh < s.kernelH; kh++) {
      int ih = oh * s.strideH - s.padTop + kh * s.dilationH;
      for (int kw = 0; kw < s.kernelW; kw++) {
        int iw = ow * s.strideW - s.padLeft + kw * s.dilationW;
        if (ih < 0 || ih >= s.inH || iw < 0 || iw >= s.inW) {
          continue;
        }
        const Real* from = x + ((n * s.inH + ih) * s.inW + iw) * s.inC + oc / groupOut * groupIn;
        const Real* weights = filter + ((static_cast<long long>(oc) * s.kernelH + kh) * s.kernelW + kw) * groupIn;
        float tap = 0;
        for (int c = 0; c < groupIn; c++) {
          tap += toFloat(from[c]) * toFloat(weights[c]);
        }
        sum += tap;
      }
    }
    y[i] = toReal(sum);
  }
}

// gradX from gradY and the filter, one thread for each element.
extern "C" __global__ void direct_convolution_input_gradient(ConvolutionSize s, const Real* __restrict__ gradY,
                                                             const Real* __restrict__ filter,
                                                             Real* __restrict__ gradX) {
  int groupIn = s.inC / s.groups;
  int groupOut = s.outC / s.groups;
  long long outputStride = static_cast<long long>(s.kernelH) * s.kernelW * groupIn;
  long long count = static_cast<long long>(s.batch) * s.inH * s.inW * s.inC;
  for (long long i = firstItem(); i < count; i += itemStride()) {
    int ic = static_cast<int>(i % s.inC);
    long long pixel = i / s.inC;
    int iw = static_cast<int>(pixel % s.inW);
    int ih = static_cast<int>(pixel / s.inW % s.inH);
    long long n = pixel / s.inW / s.inH;
    int firstOut = ic / groupIn * groupOut;
    float sum = 0;
    for (int kh = 0; kh < s.kernelH; kh++) {
      int h = ih + s.padTop - kh * s.dilationH;
      for (int kw = 0; kw < s.kernelW; kw++) {
        int w = iw + s.padLeft - kw * s.dilationW;
        if (h < 0 || w < 0 || h % s.strideH != 0 || w % s.strideW != 0 || h / s.strideH >= s.outH ||
            w / s.strideW >= s.outW) {
          continue;
        }
        const Real* from = gradY + ((n * s.outH + h / s.strideH) * s.outW + w / s.strideW) * s.outC + firstOut;
        const Real* weights =
            filter + firstOut * outputStride + (static_cast<long long>(kh) * s.kernelW + kw) * groupIn + ic % groupIn;
        float tap = 0;
        for (int c = 0; c < groupOut; c++) {
          tap += toFloat(from[c]) * toFloat(weights[c * outputStride]);
        }
        sum += tap;
      }
    }
    gradX[i] = toReal(sum);
  }
}

// gradFilter from x and gradY, one block of 256 threads for each element: the threads share out the output pixels.
extern "C" __global__ void direct_convolution_filter_gradient(ConvolutionSize s, const Real* __restrict__ x,
                                                              const Real* __restrict__ gradY,
                                                              Real* __restrict__ gradFilter) {
  __shared__ float sums[256];
  int groupIn = s.inC / s.groups;
  int groupOut = s.outC / s.groups;
  int thread = static_cast<int>(threadIdx.x);
  long long pixels = static_cast<long long>(s.batch) * s.outH * s.outW;
  long long count = static_cast<long long>(s.outC) * s.kernelH * s.kernelW * groupIn;
  for (long long i = blockIdx.x; i < count; i += gridDim.x) {
    int c = static_cast<int>(i % groupIn);
    long long tap = i / groupIn;
    int kw = static_cast<int>(tap % s.kernelW);
    int kh = static_cast<int>(tap / s.kernelW % s.kernelH);
    int oc = static_cast<int>(tap / s.kernelW / s.kernelH);
    int ic = oc / groupOut * groupIn + c;
    float sum = 0;
    for (long long pixel = thread; pixel < pixels; pixel += blockDim.x) {
      int ow = static_cast<int>(pixel % s.outW);
      int oh = static_cast<int>(pixel / s.outW % s.outH);
      long long n = pixel / s.outW / s.outH;
      int ih = oh * s.strideH - s.padTop + kh * s.dilationH;
      int iw = ow * s.strideW - s.padLeft + kw * s.dilationW;
      if (ih >= 0 && ih < s.inH && iw >= 0 && iw < s.inW) {
        sum += toFloat(x[((n * s.inH + ih) * s.inW + iw) * s.inC + ic]) * toFloat(gradY[pixel * s.outC + oc]);
      }
    }
    sums[thread] = sum;
    for (int half = static_cast<int>(blockDim.x) / 2; half > 0; half /= 2) {
      __syncthreads();
      if (thread < half) {
        sums[thread] += sums[thread + half];
      }
    }
    if (thread == 0) {
      gradFilter[i] = toReal(sums[0]);
    }
    __syncthreads();
  }
}
