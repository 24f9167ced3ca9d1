package ganengine.kernels.cuda;

import ganengine.kernels.Convolution;
import ganengine.kernels.ElementType;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnConvolutionDescriptor;
import jcuda.jcudnn.cudnnConvolutionMode;
import jcuda.jcudnn.cudnnDataType;
import jcuda.jcudnn.cudnnFilterDescriptor;
import jcuda.jcudnn.cudnnTensorDescriptor;
import jcuda.jcudnn.cudnnTensorFormat;

/**
 * A convolution in cuDNN's words: x and y NHWC, the filter KRSC, sums in float. Its padding is the
 * same on opposite sides: {@link PaddedConvolution} sees to the rest.
 */
final class ConvolutionDescriptors implements AutoCloseable {
  private static final int NHWC = cudnnTensorFormat.CUDNN_TENSOR_NHWC;

  private final Convolution size;
  private final ElementType type;
  private final int mathType;
  private final cudnnTensorDescriptor input = new cudnnTensorDescriptor();
  private final cudnnTensorDescriptor output = new cudnnTensorDescriptor();
  private final cudnnFilterDescriptor filter = new cudnnFilterDescriptor();
  private final cudnnConvolutionDescriptor convolution = new cudnnConvolutionDescriptor();

  /**
   * @param type of x, filter and y
   * @param mathType a {@link jcuda.jcudnn.cudnnMathType}
   */
  ConvolutionDescriptors(Convolution size, ElementType type, int mathType) {
    this.size = size;
    this.type = type;
    this.mathType = mathType;
    int dataType = CudnnHandle.dataType(type);
    Status.cudnn(JCudnn.cudnnCreateTensorDescriptor(input), "cudnnCreateTensorDescriptor");
    Status.cudnn(JCudnn.cudnnCreateTensorDescriptor(output), "cudnnCreateTensorDescriptor");
    Status.cudnn(JCudnn.cudnnCreateFilterDescriptor(filter), "cudnnCreateFilterDescriptor");
    Status.cudnn(
        JCudnn.cudnnCreateConvolutionDescriptor(convolution), "cudnnCreateConvolutionDescriptor");
    Status.cudnn(
        JCudnn.cudnnSetTensor4dDescriptor(
            input, NHWC, dataType, size.batch(), size.inC(), size.inH(), size.inW()),
        "cudnnSetTensor4dDescriptor",
        "x",
        this);
    Status.cudnn(
        JCudnn.cudnnSetTensor4dDescriptor(
            output, NHWC, dataType, size.batch(), size.outC(), size.outH(), size.outW()),
        "cudnnSetTensor4dDescriptor",
        "y",
        this);
    int filterChannels = size.inC() / size.groups();
    Status.cudnn(
        JCudnn.cudnnSetFilter4dDescriptor(
            filter, dataType, NHWC, size.outC(), filterChannels, size.kernelH(), size.kernelW()),
        "cudnnSetFilter4dDescriptor",
        this);
    describeConvolution();
  }

  private void describeConvolution() {
    Status.cudnn(
        JCudnn.cudnnSetConvolution2dDescriptor(
            convolution,
            size.padTop(),
            size.padLeft(),
            size.strideH(),
            size.strideW(),
            size.dilationH(),
            size.dilationW(),
            cudnnConvolutionMode.CUDNN_CROSS_CORRELATION,
            cudnnDataType.CUDNN_DATA_FLOAT),
        "cudnnSetConvolution2dDescriptor",
        this);
    Status.cudnn(
        JCudnn.cudnnSetConvolutionGroupCount(convolution, size.groups()),
        "cudnnSetConvolutionGroupCount",
        size.groups());
    Status.cudnn(
        JCudnn.cudnnSetConvolutionMathType(convolution, mathType),
        "cudnnSetConvolutionMathType",
        mathType);
  }

  cudnnTensorDescriptor input() {
    return input;
  }

  cudnnTensorDescriptor output() {
    return output;
  }

  cudnnFilterDescriptor filter() {
    return filter;
  }

  cudnnConvolutionDescriptor convolution() {
    return convolution;
  }

  /** Geometry, element type and how it may multiply, for messages. */
  @Override
  public String toString() {
    return "%s of %s, %s".formatted(size, type, jcuda.jcudnn.cudnnMathType.stringFor(mathType));
  }

  @Override
  public void close() {
    Status.cudnn(
        JCudnn.cudnnDestroyConvolutionDescriptor(convolution), "cudnnDestroyConvolutionDescriptor");
    Status.cudnn(JCudnn.cudnnDestroyFilterDescriptor(filter), "cudnnDestroyFilterDescriptor");
    Status.cudnn(JCudnn.cudnnDestroyTensorDescriptor(output), "cudnnDestroyTensorDescriptor");
    Status.cudnn(JCudnn.cudnnDestroyTensorDescriptor(input), "cudnnDestroyTensorDescriptor");
  }
}
