package ganengine.kernels.reference;

import ganengine.kernels.BufferPool;
import ganengine.kernels.ElementType;
import ganengine.kernels.OutOfDeviceMemoryException;
import java.util.Arrays;

/**
 * The pool of the reference device. Every real handed out is NaN, so that a read before a write
 * shows.
 */
final class ReferencePool extends BufferPool<ReferenceBuffer> {
  @Override
  protected ReferenceBuffer create(ElementType type, long length) {
    if (type == ElementType.BFLOAT16) {
      throw new IllegalArgumentException("the reference device has no bfloat16");
    }
    try {
      return new ReferenceBuffer(type, Math.toIntExact(length));
    } catch (OutOfMemoryError | ArithmeticException e) {
      throw new OutOfDeviceMemoryException(
          "no room for %,d more elements in a heap of %,d MiB; use a smaller batch or a larger -Xmx"
              .formatted(length, Runtime.getRuntime().maxMemory() >> 20));
    }
  }

  @Override
  protected void destroy(ReferenceBuffer buffer) {
    // The collector takes it.
  }

  @Override
  protected int bytes(ElementType type) {
    return type == ElementType.BYTE ? 1 : 8;
  }

  @Override
  protected void handedOut(ReferenceBuffer buffer) {
    if (buffer.type() == ElementType.REAL) {
      Arrays.fill(buffer.reals, Double.NaN);
    }
  }
}
