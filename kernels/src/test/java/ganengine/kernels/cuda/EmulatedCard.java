package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.Precision;
import ganengine.kernels.cuda.library.CudaLibraries;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cuda device's core on the host emulation, for tests that look inside it. */
final class EmulatedCard implements AutoCloseable {
  private final Cuda cuda;
  private final Transfers transfers;

  /** Skips the test where the emulation could not be built. */
  EmulatedCard(Precision precision, boolean deterministic) {
    Path folder = Path.of(System.getProperty("ganengine.emulation", ""));
    assumeTrue(
        Files.exists(folder.resolve("libcuda.so.1")),
        "the host emulation of CUDA is not built: no test of the cuda device");
    System.setProperty(CudaLibraries.PATH_PROPERTY, folder.toString());
    assertThat(CudaLibraries.load()).isEmpty();
    cuda = new Cuda(precision, deterministic);
    transfers = new Transfers(cuda.staging());
  }

  Cuda cuda() {
    return cuda;
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
    cuda.close();
  }
}
