package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.Precision;
import ganengine.kernels.cuda.library.CudaLibraries;

/** The cuda device's core and its libraries, for tests {@link OnCard} that look inside. */
final class OpenCard implements AutoCloseable {
  private final Cuda cuda;
  private final Transfers transfers;
  private final CublasHandle cublas;
  private final CudnnHandle cudnn;

  OpenCard(Precision precision, boolean deterministic) {
    assertThat(CudaLibraries.load()).isEmpty();
    cuda = new Cuda(precision, deterministic);
    transfers = new Transfers(cuda.staging());
    cublas = new CublasHandle(cuda);
    cudnn = new CudnnHandle(cuda.stream());
  }

  Cuda cuda() {
    return cuda;
  }

  CublasMatrix matrix() {
    return new CublasMatrix(cuda, cublas);
  }

  /** Convolution without any plans yet. */
  CudnnConvolution convolution() {
    return convolution(CudnnConvolution.WORKSPACE_LIMIT);
  }

  CudnnConvolution convolution(long workspaceLimit) {
    return new CudnnConvolution(cuda, cudnn, workspaceLimit);
  }

  /** A buffer that holds these numbers, rounded to its type. */
  CudaBuffer of(ElementType type, double... values) {
    CudaBuffer buffer = room(type, values.length);
    transfers.upload(values, 0, values.length, buffer, 0);
    return buffer;
  }

  /** A buffer for what a kernel will write. */
  CudaBuffer room(ElementType type, int length) {
    return cuda.pool().take(type, length);
  }

  double[] read(Buffer buffer) {
    double[] values = new double[(int) buffer.length()];
    transfers.download(CudaBuffer.of(buffer), 0, values, 0, values.length);
    return values;
  }

  @Override
  public void close() {
    cudnn.close();
    cublas.close();
    cuda.close();
  }
}
