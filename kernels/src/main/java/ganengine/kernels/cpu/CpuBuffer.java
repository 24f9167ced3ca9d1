package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;

/**
 * A buffer on the heap: REALs are {@code reals[offset .. offset + length)}, part of an arena's
 * chunk; INTEGERs and BYTEs are an array of their own.
 */
final class CpuBuffer extends Buffer {
  final float[] reals;
  final int offset;
  final long[] integers;
  final byte[] bytes;

  CpuBuffer(float[] reals, int offset, int length) {
    super(ElementType.REAL, length);
    this.reals = reals;
    this.offset = offset;
    this.integers = null;
    this.bytes = null;
  }

  CpuBuffer(long[] integers) {
    super(ElementType.INTEGER, integers.length);
    this.reals = null;
    this.offset = 0;
    this.integers = integers;
    this.bytes = null;
  }

  CpuBuffer(byte[] bytes) {
    super(ElementType.BYTE, bytes.length);
    this.reals = null;
    this.offset = 0;
    this.integers = null;
    this.bytes = bytes;
  }

  /** The buffer as ours; anything else is a mix-up of devices. */
  static CpuBuffer of(Buffer buffer) {
    if (buffer instanceof CpuBuffer ours) {
      return ours;
    }
    throw new IllegalArgumentException(
        "a buffer of another device ("
            + buffer.getClass().getSimpleName()
            + ") reached the cpu device");
  }

  /** {@link #length()} as an int: heap arrays are no longer. */
  int size() {
    return (int) length();
  }
}
