// Max and average pooling of x [batch, inH, inW, channels] to y [batch, outH, outW, channels] by windows that start at
// (oh * strideH - padTop, ow * strideW - padLeft). A thread does one pixel's COUNT neighbouring channels; the kernels
// named _vectors take COUNT = REALS and want channels to be a multiple of it.
#include "largest.cuh"
#include "real.cuh"

struct Pooling {
  int batch;
  int inH;
  int inW;
  int channels;
  int outH;
  int outW;
  int kernelH;
  int kernelW;
  int strideH;
  int strideW;
  int padTop;
  int padLeft;
};

// A pixel of an NHWC tensor and the first of some channels.
struct Place {
  int n;
  int h;
  int w;
  int c;
};

// Where the row-major number item stands in [batch, height, width, packs], packs of COUNT channels.
template <int COUNT>
__device__ __forceinline__ Place placeOf(long long item, int height, int width, int channels) {
  unsigned int packs = channels / COUNT;
  unsigned int pixel = static_cast<unsigned int>(item) / packs;
  Place place;
  place.c = static_cast<unsigned int>(item) % packs * COUNT;
  place.w = pixel % width;
  place.h = pixel / width % height;
  place.n = pixel / width / height;
  return place;
}

// What a window has in common with the axis: [from, to).
struct Run {
  int from;
  int to;
};

__device__ __forceinline__ Run clipped(int from, int length, int size) {
  Run run = {from > 0 ? from : 0, from + length < size ? from + length : size};
  return run;
}

// The windows on an axis that cover position: those from ceil((position + pad - kernel + 1) / stride) to
// floor((position + pad) / stride) that there are.
__device__ __forceinline__ Run windowsOver(int position, int pad, int kernel, int stride, int windows) {
  int beyond = position + pad - kernel;
  int last = (position + pad) / stride;
  Run run = {beyond < 0 ? 0 : beyond / stride + 1, last < windows ? last + 1 : windows};
  return run;
}

template <int COUNT>
__device__ __forceinline__ Pack<Real, COUNT> channelsAt(const Real* x, const Place& place, int h, int w, int height,
                                                        int width, int channels) {
  int first = ((place.n * height + h) * width + w) * channels + place.c;
  return *reinterpret_cast<const Pack<Real, COUNT>*>(x + first);
}

template <int COUNT>
__device__ __forceinline__ void largestOfWindows(const Real* __restrict__ x, Real* __restrict__ y,
                                                 long long* __restrict__ indices, const Pooling& s) {
  long long items = static_cast<long long>(s.batch) * s.outH * s.outW * s.channels / COUNT;
  for (long long item = firstItem(); item < items; item += itemStride()) {
    Place place = placeOf<COUNT>(item, s.outH, s.outW, s.channels);
    Run rows = clipped(place.h * s.strideH - s.padTop, s.kernelH, s.inH);
    Run columns = clipped(place.w * s.strideW - s.padLeft, s.kernelW, s.inW);
    Pack<Real, COUNT> largest = channelsAt<COUNT>(x, place, rows.from, columns.from, s.inH, s.inW, s.channels);
    int where[COUNT];
#pragma unroll
    for (int k = 0; k < COUNT; k++) {
      where[k] = (place.n * s.inH + rows.from) * s.inW + columns.from;
    }
    for (int h = rows.from; h < rows.to; h++) {
      for (int w = columns.from; w < columns.to; w++) {
        Pack<Real, COUNT> candidate = channelsAt<COUNT>(x, place, h, w, s.inH, s.inW, s.channels);
#pragma unroll
        for (int k = 0; k < COUNT; k++) {
          if (beats(toFloat(candidate.at[k]), toFloat(largest.at[k]))) {
            largest.at[k] = candidate.at[k];
            where[k] = (place.n * s.inH + h) * s.inW + w;
          }
        }
      }
    }
    reinterpret_cast<Pack<Real, COUNT>*>(y)[item] = largest;
#pragma unroll
    for (int k = 0; k < COUNT; k++) {
      indices[item * COUNT + k] = static_cast<long long>(where[k]) * s.channels + place.c + k;
    }
  }
}

// y = the largest of each window, indices = where in x it stands.
extern "C" __global__ void pool_max(const Real* __restrict__ x, Real* __restrict__ y, long long* __restrict__ indices,
                                    Pooling size) {
  largestOfWindows<1>(x, y, indices, size);
}

extern "C" __global__ void pool_max_vectors(const Real* __restrict__ x, Real* __restrict__ y,
                                            long long* __restrict__ indices, Pooling size) {
  largestOfWindows<REALS>(x, y, indices, size);
}

// The average pooling and its adjoint are the same sum over a box of neighbours, of x or of gradY.
template <int COUNT>
__device__ __forceinline__ Pack<Real, COUNT> boxAverage(const Real* from, const Place& place, Run rows, Run columns,
                                                        int height, int width, const Pooling& s) {
  float sums[COUNT] = {};
  for (int h = rows.from; h < rows.to; h++) {
    for (int w = columns.from; w < columns.to; w++) {
      Pack<Real, COUNT> term = channelsAt<COUNT>(from, place, h, w, height, width, s.channels);
#pragma unroll
      for (int k = 0; k < COUNT; k++) {
        sums[k] += toFloat(term.at[k]);
      }
    }
  }
  Pack<Real, COUNT> averages;
#pragma unroll
  for (int k = 0; k < COUNT; k++) {
    averages.at[k] = toReal(sums[k] / (s.kernelH * s.kernelW));
  }
  return averages;
}

template <int COUNT>
__device__ __forceinline__ void averageWindows(const Real* __restrict__ x, Real* __restrict__ y, const Pooling& s) {
  long long items = static_cast<long long>(s.batch) * s.outH * s.outW * s.channels / COUNT;
  for (long long item = firstItem(); item < items; item += itemStride()) {
    Place place = placeOf<COUNT>(item, s.outH, s.outW, s.channels);
    Run rows = clipped(place.h * s.strideH - s.padTop, s.kernelH, s.inH);
    Run columns = clipped(place.w * s.strideW - s.padLeft, s.kernelW, s.inW);
    reinterpret_cast<Pack<Real, COUNT>*>(y)[item] = boxAverage<COUNT>(x, place, rows, columns, s.inH, s.inW, s);
  }
}

// y = the sum of each window / (kernelH * kernelW).
extern "C" __global__ void pool_average(const Real* __restrict__ x, Real* __restrict__ y, Pooling size) {
  averageWindows<1>(x, y, size);
}

extern "C" __global__ void pool_average_vectors(const Real* __restrict__ x, Real* __restrict__ y, Pooling size) {
  averageWindows<REALS>(x, y, size);
}

template <int COUNT>
__device__ __forceinline__ void averageGradient(const Real* __restrict__ gradY, Real* __restrict__ gradX,
                                                const Pooling& s) {
  long long items = static_cast<long long>(s.batch) * s.inH * s.inW * s.channels / COUNT;
  for (long long item = firstItem(); item < items; item += itemStride()) {
    Place place = placeOf<COUNT>(item, s.inH, s.inW, s.channels);
    Run rows = windowsOver(place.h, s.padTop, s.kernelH, s.strideH, s.outH);
    Run columns = windowsOver(place.w, s.padLeft, s.kernelW, s.strideW, s.outW);
    reinterpret_cast<Pack<Real, COUNT>*>(gradX)[item] =
        boxAverage<COUNT>(gradY, place, rows, columns, s.outH, s.outW, s);
  }
}

// gradX = the sum of gradY over the windows that cover the position / (kernelH * kernelW).
extern "C" __global__ void pool_average_gradient(const Real* __restrict__ gradY, Real* __restrict__ gradX,
                                                 Pooling size) {
  averageGradient<1>(gradY, gradX, size);
}

extern "C" __global__ void pool_average_gradient_vectors(const Real* __restrict__ gradY, Real* __restrict__ gradX,
                                                         Pooling size) {
  averageGradient<REALS>(gradY, gradX, size);
}
