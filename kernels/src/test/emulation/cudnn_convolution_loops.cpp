// The three passes as matrix products with the patches of one image and one group at a time:
// y [pixels, k] = patches [pixels, taps] w^T, and its two gradients. Taps are ordered kh, kw, c as in the filter.
#include "cudnn_convolution.h"
#include "double_product.h"
#include "emulated_numbers.h"

namespace emulation {

namespace {

/// Calls visit(offset of the tap's first channel in an image of x, index of that channel among all patches) for
/// every tap that lies inside the image.
template <typename Visit>
void visitTaps(const ConvolutionShape& shape, int group, Visit visit) {
  const ConvolutionDescriptor& at = shape.convolution;
  for (int oh = 0; oh < shape.y.h(); oh++) {
    for (int ow = 0; ow < shape.y.w(); ow++) {
      size_t patch = (static_cast<size_t>(oh) * shape.y.w() + ow) * shape.taps();
      for (int kh = 0; kh < shape.w.h; kh++) {
        int ih = oh * at.strideH - at.padH + kh * at.dilationH;
        if (ih < 0 || ih >= shape.x.h()) continue;
        for (int kw = 0; kw < shape.w.w; kw++) {
          int iw = ow * at.strideW - at.padW + kw * at.dilationW;
          if (iw < 0 || iw >= shape.x.w()) continue;
          size_t pixel = static_cast<size_t>(ih) * shape.x.w() + iw;
          visit(pixel * shape.x.c() + group * shape.groupInputs(), patch + (kh * shape.w.w + kw) * shape.w.c);
        }
      }
    }
  }
}

/// [pixels, taps] of one image and group, zeros outside the image.
std::vector<double> patchesOf(const ConvolutionShape& shape, const double* image, int group) {
  std::vector<double> patches(static_cast<size_t>(shape.pixels()) * shape.taps());
  visitTaps(shape, group, [&](size_t from, size_t to) {
    for (int c = 0; c < shape.groupInputs(); c++) patches[to + c] = image[from + c];
  });
  return patches;
}

std::vector<double> transposed(const double* matrix, size_t rows, size_t columns, size_t stride) {
  std::vector<double> out(rows * columns);
  for (size_t i = 0; i < rows; i++) {
    for (size_t j = 0; j < columns; j++) out[j * rows + i] = matrix[i * stride + j];
  }
  return out;
}

}  // namespace

void convolve(const ConvolutionShape& shape, const void* x, const void* w, double alpha, double beta, void* y) {
  auto input = widened(x, shape.x.element(), shape.x.count(), shape.tf32());
  auto filter = widened(w, shape.w.element(), shape.w.count(), shape.tf32());
  std::vector<double> sums(shape.y.count());
  size_t k = shape.groupOutputs(), taps = shape.taps();
  for (int group = 0; group < shape.convolution.groups; group++) {
    auto columns = transposed(filter.data() + group * k * taps, k, taps, taps);
    for (int n = 0; n < shape.x.n(); n++) {
      auto patches = patchesOf(shape, input.data() + n * (shape.x.count() / shape.x.n()), group);
      double* out = sums.data() + n * (shape.y.count() / shape.y.n()) + group * k;
      addProduct(shape.pixels(), k, taps, patches.data(), taps, columns.data(), k, out, shape.y.c());
    }
  }
  for (size_t i = 0; i < sums.size(); i++) blend(alpha, sums[i], beta, y, shape.y.element(), i);
}

void convolveBackwardData(const ConvolutionShape& shape, const void* w, const void* dy, double alpha, double beta,
                          void* dx) {
  auto gradY = widened(dy, shape.y.element(), shape.y.count(), shape.tf32());
  auto filter = widened(w, shape.w.element(), shape.w.count(), shape.tf32());
  std::vector<double> sums(shape.x.count());
  size_t k = shape.groupOutputs(), taps = shape.taps();
  for (int n = 0; n < shape.x.n(); n++) {
    double* image = sums.data() + n * (shape.x.count() / shape.x.n());
    for (int group = 0; group < shape.convolution.groups; group++) {
      const double* from = gradY.data() + n * (shape.y.count() / shape.y.n()) + group * k;
      std::vector<double> patches(shape.pixels() * taps);
      addProduct(shape.pixels(), taps, k, from, shape.y.c(), filter.data() + group * k * taps, taps, patches.data(), taps);
      visitTaps(shape, group, [&](size_t to, size_t patch) {
        for (int c = 0; c < shape.groupInputs(); c++) image[to + c] += patches[patch + c];
      });
    }
  }
  for (size_t i = 0; i < sums.size(); i++) blend(alpha, sums[i], beta, dx, shape.x.element(), i);
}

void convolveBackwardFilter(const ConvolutionShape& shape, const void* x, const void* dy, double alpha, double beta,
                            void* dw) {
  auto input = widened(x, shape.x.element(), shape.x.count(), shape.tf32());
  auto gradY = widened(dy, shape.y.element(), shape.y.count(), shape.tf32());
  std::vector<double> sums(shape.w.count());
  size_t k = shape.groupOutputs(), taps = shape.taps(), pixels = shape.pixels();
  for (int n = 0; n < shape.x.n(); n++) {
    for (int group = 0; group < shape.convolution.groups; group++) {
      auto patches = patchesOf(shape, input.data() + n * (shape.x.count() / shape.x.n()), group);
      const double* from = gradY.data() + n * (shape.y.count() / shape.y.n()) + group * k;
      auto rows = transposed(from, pixels, k, shape.y.c());
      addProduct(k, taps, pixels, rows.data(), pixels, patches.data(), taps, sums.data() + group * k * taps, taps);
    }
  }
  for (size_t i = 0; i < sums.size(); i++) blend(alpha, sums[i], beta, dw, shape.w.element(), i);
}

}  // namespace emulation
