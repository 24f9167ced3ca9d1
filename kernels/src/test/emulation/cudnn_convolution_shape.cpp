// What has to agree between the descriptors of a convolution, as cuDNN demands it.
#include "cudnn_convolution.h"

namespace emulation {

int outputSize(const Tensor& x, const Filter& w, const ConvolutionDescriptor& convolution, const char* call,
               std::array<int, 4>* size) {
  if (x.c() != w.c * convolution.groups) {
    return refuse(CUDNN_BAD_PARAM, "%s: x has %d channels, the filter %d in each of %d groups", call, x.c(), w.c,
                  convolution.groups);
  }
  if (w.k % convolution.groups != 0) {
    return refuse(CUDNN_BAD_PARAM, "%s: %d filters in %d groups", call, w.k, convolution.groups);
  }
  int spanH = x.h() + 2 * convolution.padH - ((w.h - 1) * convolution.dilationH + 1);
  int spanW = x.w() + 2 * convolution.padW - ((w.w - 1) * convolution.dilationW + 1);
  if (spanH < 0 || spanW < 0) return refuse(CUDNN_BAD_PARAM, "%s: the filter is larger than the padded input", call);
  *size = {x.n(), w.k, 1 + spanH / convolution.strideH, 1 + spanW / convolution.strideW};
  return CUDNN_SUCCESS;
}

int requireConvolution(const Tensor* x, const Filter* w, const ConvolutionDescriptor* convolution, const Tensor* y,
                       const char* call, ConvolutionShape* shape) {
  if (int status = requireSet(x, call, "x's or dx's descriptor")) return status;
  if (int status = requireSet(w, call, "w's or dw's descriptor")) return status;
  if (int status = requireSet(convolution, call)) return status;
  if (int status = requireSet(y, call, "y's or dy's descriptor")) return status;
  if (x->type != w->type || x->type != y->type) {
    return refuse(CUDNN_BAD_PARAM, "%s: data types differ: x %d, w %d, y %d", call, x->type, w->type, y->type);
  }
  if (convolution->computeType != CUDNN_DATA_FLOAT) {
    return refuse(CUDNN_NOT_SUPPORTED, "%s: compute type %d with data type %d", call, convolution->computeType, x->type);
  }
  if (convolution->mode != CUDNN_CROSS_CORRELATION) {
    return refuse(CUDNN_NOT_SUPPORTED, "%s: the emulation does cross-correlation only", call);
  }
  if (!x->isNhwc() || !y->isNhwc() || w->format != CUDNN_TENSOR_NHWC) {
    return refuse(CUDNN_NOT_SUPPORTED, "%s: the emulation does fully packed NHWC only", call);
  }
  std::array<int, 4> size;
  if (int status = outputSize(*x, *w, *convolution, call, &size)) return status;
  if (y->size != size) {
    return refuse(CUDNN_BAD_PARAM, "%s: y is %s, but the convolution gives %dx%dx%dx%d", call, y->text().c_str(), size[0],
                  size[1], size[2], size[3]);
  }
  *shape = {*x, *w, *y, *convolution};
  return CUDNN_SUCCESS;
}

}  // namespace emulation

using namespace emulation;

extern "C" int cudnnGetConvolution2dForwardOutputDim(const ConvolutionDescriptor* convolution, const Tensor* x,
                                                     const Filter* w, int* n, int* c, int* h, int* outW) {
  const char* call = "cudnnGetConvolution2dForwardOutputDim";
  if (int status = requireSet(convolution, call)) return status;
  if (int status = requireSet(x, call, "inputTensorDesc")) return status;
  if (int status = requireSet(w, call, "filterDesc")) return status;
  std::array<int, 4> size;
  if (int status = outputSize(*x, *w, *convolution, call, &size)) return status;
  *n = size[0];
  *c = size[1];
  *h = size[2];
  *outW = size[3];
  return CUDNN_SUCCESS;
}
