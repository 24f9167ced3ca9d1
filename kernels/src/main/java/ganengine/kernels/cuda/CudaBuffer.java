package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import jcuda.driver.CUdeviceptr;

/** A buffer in the card's memory, aligned to at least 256 bytes. */
final class CudaBuffer extends Buffer {
  private final DevicePointer pointer;

  CudaBuffer(ElementType type, long length, DevicePointer pointer) {
    super(type, length);
    this.pointer = pointer;
  }

  /** The buffer as ours; anything else is a mix-up of devices. */
  static CudaBuffer of(Buffer buffer) {
    if (buffer instanceof CudaBuffer ours) {
      return ours;
    }
    throw new IllegalArgumentException(
        "a buffer of another device ("
            + buffer.getClass().getSimpleName()
            + ") reached the cuda device");
  }

  /** Bytes of one element on the card. */
  static int bytes(ElementType type) {
    return switch (type) {
      case REAL -> Float.BYTES;
      case BFLOAT16 -> Short.BYTES;
      case INTEGER -> Long.BYTES;
      case BYTE -> 1;
    };
  }

  /** Bytes of all elements. */
  long bytes() {
    return length() * bytes(type());
  }

  CUdeviceptr pointer() {
    return pointer;
  }

  CUdeviceptr pointer(long element) {
    return element == 0 ? pointer : pointer.withByteOffset(element * bytes(type()));
  }

  long address() {
    return pointer.address();
  }

  long address(long element) {
    return pointer.address() + element * bytes(type());
  }
}
