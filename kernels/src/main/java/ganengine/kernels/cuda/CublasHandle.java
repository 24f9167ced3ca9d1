package ganengine.kernels.cuda;

import jcuda.Pointer;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import jcuda.jcublas.cublasMath;
import jcuda.runtime.cudaStream_t;

/**
 * cuBLAS on the device's stream, and the factors 1 and 0 that its products take. It has a workspace
 * of its own, since what it would allocate by itself could not be part of a captured graph.
 */
final class CublasHandle implements AutoCloseable {
  private static final int HOPPER = 90;

  // Bytes; what NVIDIA recommends.
  private static final long WORKSPACE = 32L << 20;
  private static final long WORKSPACE_BEFORE_HOPPER = 4L << 20;

  private final Cuda cuda;
  private final CudaBuffer workspace;
  private final cublasHandle handle = new cublasHandle();
  private final Pointer one = HostFloat.of(1);
  private final Pointer zero = HostFloat.of(0);

  CublasHandle(Cuda cuda) {
    this.cuda = cuda;
    workspace =
        cuda.scratch(cuda.card().capability() >= HOPPER ? WORKSPACE : WORKSPACE_BEFORE_HOPPER);
    Status.cublas(JCublas2.cublasCreate(handle), "cublasCreate");
    // Setting the stream resets the workspace, so it comes first.
    Status.cublas(
        JCublas2.cublasSetStream(handle, new cudaStream_t(cuda.stream())), "cublasSetStream");
    Status.cublas(
        JCublas2.cublasSetWorkspace(handle, workspace.pointer(), workspace.bytes()),
        "cublasSetWorkspace",
        workspace.bytes());
    // Long sums of bfloat16 products are split; without this their parts may be rounded to
    // bfloat16.
    int floatSums = cublasMath.CUBLAS_MATH_DISALLOW_REDUCED_PRECISION_REDUCTION;
    Status.cublas(JCublas2.cublasSetMathMode(handle, floatSums), "cublasSetMathMode", floatSums);
  }

  cublasHandle handle() {
    return handle;
  }

  /** The factor of the product. */
  Pointer one() {
    return one;
  }

  /** The factor of what the output held before. */
  Pointer zero() {
    return zero;
  }

  @Override
  public void close() {
    Status.cublas(JCublas2.cublasDestroy(handle), "cublasDestroy");
    cuda.release(workspace);
  }
}
