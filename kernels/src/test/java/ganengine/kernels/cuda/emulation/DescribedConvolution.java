package ganengine.kernels.cuda.emulation;

import ganengine.kernels.Convolution;
import jcuda.jcudnn.cudnnConvolutionDescriptor;
import jcuda.jcudnn.cudnnFilterDescriptor;
import jcuda.jcudnn.cudnnTensorDescriptor;

/** The descriptors of one convolution, NHWC. */
record DescribedConvolution(
    cudnnTensorDescriptor x,
    cudnnFilterDescriptor w,
    cudnnTensorDescriptor y,
    cudnnConvolutionDescriptor convolution) {

  static DescribedConvolution of(EmulatedCudnn cudnn, Convolution size, int type, int mathType) {
    return new DescribedConvolution(
        cudnn.tensor(type, size.batch(), size.inH(), size.inW(), size.inC()),
        cudnn.filter(type, size.outC(), size.kernelH(), size.kernelW(), size.inC() / size.groups()),
        cudnn.tensor(type, size.batch(), size.outH(), size.outW(), size.outC()),
        cudnn.convolution(
            size.padTop(),
            size.padLeft(),
            size.strideH(),
            size.strideW(),
            size.dilationH(),
            size.dilationW(),
            size.groups(),
            mathType));
  }
}
