// cuDNN's convolution descriptors: padding, stride, dilation, groups, math type.
#include "cudnn_descriptors.h"

namespace emulation {

namespace {

Living<ConvolutionDescriptor>& convolutions() {
  static Living<ConvolutionDescriptor> living;
  return living;
}

int requireAlive(const ConvolutionDescriptor* convolution, const char* call) {
  if (convolutions().holds(convolution)) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "%s: convDesc is no convolution descriptor: never created, or destroyed", call);
}

}  // namespace

int requireSet(const ConvolutionDescriptor* convolution, const char* call) {
  if (int status = requireAlive(convolution, call)) return status;
  return convolution->set ? CUDNN_SUCCESS : refuse(CUDNN_BAD_PARAM, "%s: convDesc was never set", call);
}

}  // namespace emulation

using namespace emulation;

extern "C" {

int cudnnCreateConvolutionDescriptor(ConvolutionDescriptor** convolution) {
  if (convolution == nullptr) return refuse(CUDNN_BAD_PARAM, "cudnnCreateConvolutionDescriptor: null");
  *convolution = convolutions().create();
  return CUDNN_SUCCESS;
}

int cudnnDestroyConvolutionDescriptor(ConvolutionDescriptor* convolution) {
  if (convolutions().destroy(convolution)) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "cudnnDestroyConvolutionDescriptor: never created, or destroyed already");
}

int cudnnSetConvolution2dDescriptor(ConvolutionDescriptor* convolution, int padH, int padW, int strideH, int strideW,
                                    int dilationH, int dilationW, int mode, int computeType) {
  const char* call = "cudnnSetConvolution2dDescriptor";
  if (int status = requireAlive(convolution, call)) return status;
  if (padH < 0 || padW < 0 || strideH <= 0 || strideW <= 0 || dilationH <= 0 || dilationW <= 0) {
    return refuse(CUDNN_BAD_PARAM, "%s: padding %d, %d, stride %d, %d, dilation %d, %d", call, padH, padW, strideH, strideW,
                  dilationH, dilationW);
  }
  if (mode != CUDNN_CONVOLUTION && mode != CUDNN_CROSS_CORRELATION) return refuse(CUDNN_BAD_PARAM, "%s: mode %d", call, mode);
  if (computeType < 0 || computeType > 10) return refuse(CUDNN_BAD_PARAM, "%s: compute type %d", call, computeType);
  // Math type and group count go back to their defaults: whoever sets them first relies on something undocumented.
  *convolution = {true, padH, padW, strideH, strideW, dilationH, dilationW, mode, computeType, CUDNN_DEFAULT_MATH, 1};
  return CUDNN_SUCCESS;
}

int cudnnSetConvolutionMathType(ConvolutionDescriptor* convolution, int mathType) {
  const char* call = "cudnnSetConvolutionMathType";
  if (int status = requireAlive(convolution, call)) return status;
  if (mathType < CUDNN_DEFAULT_MATH || mathType > CUDNN_FMA_MATH) {
    return refuse(CUDNN_BAD_PARAM, "%s: math type %d", call, mathType);
  }
  convolution->mathType = mathType;
  return CUDNN_SUCCESS;
}

int cudnnGetConvolutionMathType(const ConvolutionDescriptor* convolution, int* mathType) {
  if (int status = requireAlive(convolution, "cudnnGetConvolutionMathType")) return status;
  *mathType = convolution->mathType;
  return CUDNN_SUCCESS;
}

int cudnnSetConvolutionGroupCount(ConvolutionDescriptor* convolution, int groups) {
  const char* call = "cudnnSetConvolutionGroupCount";
  if (int status = requireAlive(convolution, call)) return status;
  if (groups < 1) return refuse(CUDNN_BAD_PARAM, "%s: %d groups", call, groups);
  convolution->groups = groups;
  return CUDNN_SUCCESS;
}

int cudnnGetConvolutionGroupCount(const ConvolutionDescriptor* convolution, int* groups) {
  if (int status = requireAlive(convolution, "cudnnGetConvolutionGroupCount")) return status;
  *groups = convolution->groups;
  return CUDNN_SUCCESS;
}

}  // extern "C"
