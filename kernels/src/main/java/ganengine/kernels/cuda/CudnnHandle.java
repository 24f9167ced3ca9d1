package ganengine.kernels.cuda;

import ganengine.kernels.ElementType;
import jcuda.Pointer;
import jcuda.driver.CUstream;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnDataType;
import jcuda.jcudnn.cudnnHandle;
import jcuda.runtime.cudaStream_t;

/** cuDNN on the device's stream, and the factors 1 and 0 that most of its calls take. */
final class CudnnHandle implements AutoCloseable {
  private final cudnnHandle handle = new cudnnHandle();
  private final Pointer one = HostFloat.of(1);
  private final Pointer zero = HostFloat.of(0);

  CudnnHandle(CUstream stream) {
    Status.cudnn(JCudnn.cudnnCreate(handle), "cudnnCreate");
    Status.cudnn(JCudnn.cudnnSetStream(handle, new cudaStream_t(stream)), "cudnnSetStream");
  }

  cudnnHandle handle() {
    return handle;
  }

  /** The factor of what a call computes. */
  Pointer one() {
    return one;
  }

  /** The factor of what its output held before. */
  Pointer zero() {
    return zero;
  }

  /** cuDNN's name of an element type. */
  static int dataType(ElementType type) {
    return switch (type) {
      case REAL -> cudnnDataType.CUDNN_DATA_FLOAT;
      case BFLOAT16 -> cudnnDataType.CUDNN_DATA_BFLOAT16;
      default -> throw new IllegalArgumentException("cuDNN computes with no " + type);
    };
  }

  @Override
  public void close() {
    Status.cudnn(JCudnn.cudnnDestroy(handle), "cudnnDestroy");
  }
}
