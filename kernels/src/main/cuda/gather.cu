// Rows, images and numbers picked by indices that lie on the device.
#include "real.cuh"

template <typename T>
__device__ __forceinline__ void gatherRows(const T* __restrict__ x, const long long* __restrict__ indices,
                                           T* __restrict__ out, long long count, int width) {
  for (long long i = firstItem(); i < count; i += itemStride()) {
    unsigned int row = static_cast<unsigned int>(i) / width;
    unsigned int column = static_cast<unsigned int>(i) % width;
    out[i] = x[indices[row] * width + column];
  }
}

// out[i, :] = x[indices[i], :] for rows of width Reals; out has count Reals.
extern "C" __global__ void gather(const Real* __restrict__ x, const long long* __restrict__ indices,
                                  Real* __restrict__ out, long long count, int width) {
  gatherRows(x, indices, out, count, width);
}

// The same with count and width in packs of REALS.
extern "C" __global__ void gather_vectors(const Real* __restrict__ x, const long long* __restrict__ indices,
                                          Real* __restrict__ out, long long count, int width) {
  gatherRows(reinterpret_cast<const RealVector*>(x), indices, reinterpret_cast<RealVector*>(out), count, width);
}

// out[i, :] = 0 but 1 at indices[i]; out has count Reals.
extern "C" __global__ void one_hot(const long long* __restrict__ indices, Real* __restrict__ out, long long count,
                                   int classes) {
  for (long long i = firstItem(); i < count; i += itemStride()) {
    unsigned int row = static_cast<unsigned int>(i) / classes;
    unsigned int column = static_cast<unsigned int>(i) % classes;
    out[i] = toReal(indices[row] == column ? 1.0f : 0.0f);
  }
}

// As ganengine.kernels.ImageBatch, without its count.
struct Images {
  int stack;
  int height;
  int width;
  int channels;
};

// Where in the data set the number at (i, y, x, channel) of a batch stands.
__device__ __forceinline__ long long pixelOf(const Images& size, const long long* __restrict__ indices, unsigned int i) {
  unsigned int stacked = size.stack * size.channels;
  unsigned int channel = i % stacked;
  unsigned int x = i / stacked % size.width;
  unsigned int row = i / stacked / size.width;
  long long n = indices[row / size.height * size.stack + channel / size.channels];
  unsigned int column = n < 0 ? size.width - 1 - x : x;
  long long rows = (n < 0 ? ~n : n) * size.height + row % size.height;
  return (rows * size.width + column) * size.channels + channel % size.channels;
}

// A batch of images picked from bytes: see ganengine.kernels.ImageBatch; out has count Reals.
extern "C" __global__ void image_batch(const unsigned char* __restrict__ images, const long long* __restrict__ indices,
                                       Real* __restrict__ out, long long count, Images size, float scale,
                                       float shift) {
  for (long long i = firstItem(); i < count; i += itemStride()) {
    out[i] = toReal(images[pixelOf(size, indices, static_cast<unsigned int>(i))] * scale + shift);
  }
}

// The same for stack 1 where a row is a multiple of REALS; mirrored rows are read byte by byte.
extern "C" __global__ void image_batch_vectors(const unsigned char* __restrict__ images,
                                               const long long* __restrict__ indices, Real* __restrict__ out,
                                               long long count, Images size, float scale, float shift) {
  unsigned int imageSize = size.height * size.width * size.channels;
  for (long long i = firstItem(); i < count / REALS; i += itemStride()) {
    unsigned int first = static_cast<unsigned int>(i) * REALS;
    long long n = indices[first / imageSize];
    Pack<unsigned char, REALS> bytes;
    if (n >= 0) {
      bytes = *reinterpret_cast<const Pack<unsigned char, REALS>*>(images + n * imageSize + first % imageSize);
    } else {
#pragma unroll
      for (int k = 0; k < REALS; k++) {
        bytes.at[k] = images[pixelOf(size, indices, first + k)];
      }
    }
    RealVector values;
#pragma unroll
    for (int k = 0; k < REALS; k++) {
      values.at[k] = toReal(bytes.at[k] * scale + shift);
    }
    storeReals(out, i, values);
  }
}

// out[i] = from[(counter[0] mod windows) * count + i] for i below count.
extern "C" __global__ void window(const long long* __restrict__ from, const long long* __restrict__ counter,
                                  long long* __restrict__ out, long long count, long long windows) {
  long long first = counter[0] % windows * count;
  for (long long i = firstItem(); i < count; i += itemStride()) {
    out[i] = from[first + i];
  }
}

// out[0] = table[min(counter[0], length - 1)]; one thread does it.
extern "C" __global__ void entry(const Real* __restrict__ table, const long long* __restrict__ counter,
                                 Real* __restrict__ out, long long length) {
  if (firstItem() == 0) {
    out[0] = table[counter[0] < length ? counter[0] : length - 1];
  }
}
