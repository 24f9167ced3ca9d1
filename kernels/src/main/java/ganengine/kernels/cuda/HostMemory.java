package ganengine.kernels.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;

/** Page-locked memory of the host, which the card copies from and to while the host goes on. */
final class HostMemory implements AutoCloseable {
  private static final class Address extends Pointer {
    long number() {
      return getNativePointer();
    }
  }

  private final Address pointer = new Address();
  private final ByteBuffer bytes;

  HostMemory(int size) {
    Status.driver(JCudaDriver.cuMemAllocHost(pointer, size), "cuMemAllocHost", size);
    bytes = pointer.getByteBuffer(0, size).order(ByteOrder.nativeOrder());
  }

  ByteBuffer bytes() {
    return bytes;
  }

  Pointer pointer() {
    return pointer;
  }

  Pointer at(long offset) {
    return pointer.withByteOffset(offset);
  }

  long address() {
    return pointer.number();
  }

  @Override
  public void close() {
    Status.driver(JCudaDriver.cuMemFreeHost(pointer), "cuMemFreeHost");
  }
}
