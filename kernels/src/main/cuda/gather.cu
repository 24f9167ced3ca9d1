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

template <int COUNT>
__device__ __forceinline__ void pickImages(const unsigned char* __restrict__ images,
                                           const long long* __restrict__ indices, Real* __restrict__ out,
                                           long long count, int imageSize, float scale, float shift) {
  for (long long i = firstItem(); i < count / COUNT; i += itemStride()) {
    unsigned int first = static_cast<unsigned int>(i) * COUNT;
    const unsigned char* pixels = images + indices[first / imageSize] * imageSize + first % imageSize;
    Pack<unsigned char, COUNT> bytes = *reinterpret_cast<const Pack<unsigned char, COUNT>*>(pixels);
    Pack<Real, COUNT> values;
#pragma unroll
    for (int k = 0; k < COUNT; k++) {
      values.at[k] = toReal(bytes.at[k] * scale + shift);
    }
    reinterpret_cast<Pack<Real, COUNT>*>(out)[i] = values;
  }
}

// out[i, j] = images[indices[i], j] * scale + shift for images of imageSize bytes; out has count Reals.
extern "C" __global__ void image_batch(const unsigned char* __restrict__ images, const long long* __restrict__ indices,
                                       Real* __restrict__ out, long long count, int imageSize, float scale,
                                       float shift) {
  pickImages<1>(images, indices, out, count, imageSize, scale, shift);
}

// The same where imageSize is a multiple of REALS.
extern "C" __global__ void image_batch_vectors(const unsigned char* __restrict__ images,
                                               const long long* __restrict__ indices, Real* __restrict__ out,
                                               long long count, int imageSize, float scale, float shift) {
  pickImages<REALS>(images, indices, out, count, imageSize, scale, shift);
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
