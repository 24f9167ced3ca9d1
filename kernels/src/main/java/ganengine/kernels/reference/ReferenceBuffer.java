package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;

/** An array of its own: {@code double[]}, {@code long[]} or {@code byte[]} by element type. */
final class ReferenceBuffer extends Buffer {
  final double[] reals;
  final long[] integers;
  final byte[] bytes;

  ReferenceBuffer(ElementType type, int length) {
    super(type, length);
    this.reals = type == ElementType.REAL ? new double[length] : null;
    this.integers = type == ElementType.INTEGER ? new long[length] : null;
    this.bytes = type == ElementType.BYTE ? new byte[length] : null;
  }

  /** The buffer as ours; anything else is a mix-up of devices. */
  static ReferenceBuffer of(Buffer buffer) {
    if (buffer instanceof ReferenceBuffer ours) {
      return ours;
    }
    throw new IllegalArgumentException(
        "a buffer of another device ("
            + buffer.getClass().getSimpleName()
            + ") reached the reference device");
  }

  static double[] reals(Buffer buffer) {
    return of(buffer).reals;
  }

  static long[] integers(Buffer buffer) {
    return of(buffer).integers;
  }

  static byte[] bytes(Buffer buffer) {
    return of(buffer).bytes;
  }
}
