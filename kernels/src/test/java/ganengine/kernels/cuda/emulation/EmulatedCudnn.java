package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static jcuda.jcudnn.cudnnTensorFormat.CUDNN_TENSOR_NHWC;

import java.util.ArrayList;
import java.util.List;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnConvolutionDescriptor;
import jcuda.jcudnn.cudnnConvolutionMode;
import jcuda.jcudnn.cudnnDataType;
import jcuda.jcudnn.cudnnFilterDescriptor;
import jcuda.jcudnn.cudnnHandle;
import jcuda.jcudnn.cudnnTensorDescriptor;

/** A cuDNN handle on the emulated card, and descriptors that are destroyed with it. */
final class EmulatedCudnn implements AutoCloseable {
  static final int BAD_PARAM = 2000;
  static final int NOT_SUPPORTED = 3000;
  static final int EXECUTION_FAILED = 5000;

  private final cudnnHandle handle = new cudnnHandle();
  private final List<Runnable> destroyers = new ArrayList<>();

  EmulatedCudnn(EmulatedCard card) {
    done(JCudnn.cudnnCreate(handle));
    done(JCudnn.cudnnSetStream(handle, card.libraryStream()));
  }

  cudnnHandle handle() {
    return handle;
  }

  /** A descriptor that was not set yet. */
  cudnnTensorDescriptor tensor() {
    cudnnTensorDescriptor tensor = new cudnnTensorDescriptor();
    done(JCudnn.cudnnCreateTensorDescriptor(tensor));
    destroyers.add(() -> done(JCudnn.cudnnDestroyTensorDescriptor(tensor)));
    return tensor;
  }

  /** [n, h, w, c]. */
  cudnnTensorDescriptor tensor(int type, int n, int h, int w, int c) {
    cudnnTensorDescriptor tensor = tensor();
    done(JCudnn.cudnnSetTensor4dDescriptor(tensor, CUDNN_TENSOR_NHWC, type, n, c, h, w));
    return tensor;
  }

  /** [k, h, w, c]. */
  cudnnFilterDescriptor filter(int type, int k, int h, int w, int c) {
    cudnnFilterDescriptor filter = new cudnnFilterDescriptor();
    done(JCudnn.cudnnCreateFilterDescriptor(filter));
    destroyers.add(() -> done(JCudnn.cudnnDestroyFilterDescriptor(filter)));
    done(JCudnn.cudnnSetFilter4dDescriptor(filter, type, CUDNN_TENSOR_NHWC, k, c, h, w));
    return filter;
  }

  cudnnConvolutionDescriptor convolution(
      int padH,
      int padW,
      int strideH,
      int strideW,
      int dilationH,
      int dilationW,
      int groups,
      int mathType) {
    cudnnConvolutionDescriptor convolution = new cudnnConvolutionDescriptor();
    done(JCudnn.cudnnCreateConvolutionDescriptor(convolution));
    destroyers.add(() -> done(JCudnn.cudnnDestroyConvolutionDescriptor(convolution)));
    done(
        JCudnn.cudnnSetConvolution2dDescriptor(
            convolution,
            padH,
            padW,
            strideH,
            strideW,
            dilationH,
            dilationW,
            cudnnConvolutionMode.CUDNN_CROSS_CORRELATION,
            cudnnDataType.CUDNN_DATA_FLOAT));
    done(JCudnn.cudnnSetConvolutionGroupCount(convolution, groups));
    done(JCudnn.cudnnSetConvolutionMathType(convolution, mathType));
    return convolution;
  }

  @Override
  public void close() {
    destroyers.forEach(Runnable::run);
    done(JCudnn.cudnnDestroy(handle));
  }
}
