package ganengine.kernels.cuda;

import java.nio.ByteBuffer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUevent;
import jcuda.driver.CUevent_flags;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/**
 * Transfers through page-locked memory in two halves: while the card copies one, the host fills the
 * other. An upload returns when its last half is on the way.
 */
final class Staging implements AutoCloseable {
  private static final int HALF = 4 << 20;

  private final CUstream stream;
  private final Capturing capturing;
  private final HostMemory memory = new HostMemory(2 * HALF);
  private final ByteBuffer[] halves = {half(0), half(1)};
  private final CUevent[] copied = {new CUevent(), new CUevent()};
  private int next;

  Staging(CUstream stream, Capturing capturing) {
    this.stream = stream;
    this.capturing = capturing;
    for (CUevent event : copied) {
      Status.driver(
          JCudaDriver.cuEventCreate(event, CUevent_flags.CU_EVENT_DISABLE_TIMING), "cuEventCreate");
    }
  }

  private ByteBuffer half(int number) {
    return memory.bytes().slice(number * HALF, HALF).order(memory.bytes().order());
  }

  /**
   * Copies {@code count} elements to the card.
   *
   * @param put writes elements [from, to) of the source to the start of a half
   */
  void upload(CudaBuffer target, long at, int count, ElementRange put) {
    capturing.refuse("an upload");
    int elementBytes = CudaBuffer.bytes(target.type());
    int perHalf = HALF / elementBytes;
    for (int done = 0; done < count; done += perHalf) {
      int part = Math.min(perHalf, count - done);
      int half = next;
      next = 1 - next;
      Status.driver(JCudaDriver.cuEventSynchronize(copied[half]), "cuEventSynchronize");
      put.accept(halves[half], done, done + part);
      CUdeviceptr to = target.pointer(at + done);
      long bytes = (long) part * elementBytes;
      Status.driver(
          JCudaDriver.cuMemcpyHtoDAsync(to, memory.at((long) half * HALF), bytes, stream),
          "cuMemcpyHtoDAsync",
          bytes);
      Status.driver(JCudaDriver.cuEventRecord(copied[half], stream), "cuEventRecord");
    }
  }

  /**
   * Copies {@code count} elements to the host; waits for the card.
   *
   * @param take reads elements [from, to) of the result from the start of a half
   */
  void download(CudaBuffer source, long at, int count, ElementRange take) {
    capturing.refuse("a download");
    int elementBytes = CudaBuffer.bytes(source.type());
    int perHalf = HALF / elementBytes;
    for (int done = 0; done < count; done += perHalf) {
      int part = Math.min(perHalf, count - done);
      long bytes = (long) part * elementBytes;
      // The first half may still be on its way up: copies on one stream are in order.
      Status.driver(
          JCudaDriver.cuMemcpyDtoHAsync(memory.pointer(), source.pointer(at + done), bytes, stream),
          "cuMemcpyDtoHAsync",
          bytes);
      Status.driver(JCudaDriver.cuStreamSynchronize(stream), "cuStreamSynchronize");
      take.accept(halves[0], done, done + part);
    }
  }

  /** Elements [from, to) of an array, on one side, and the start of a half on the other. */
  @FunctionalInterface
  interface ElementRange {
    void accept(ByteBuffer half, int from, int to);
  }

  @Override
  public void close() {
    for (CUevent event : copied) {
      Status.driver(JCudaDriver.cuEventDestroy(event), "cuEventDestroy");
    }
    memory.close();
  }
}
