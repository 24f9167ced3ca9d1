package ganengine.kernels.cpu;

import ganengine.kernels.BufferPool;
import ganengine.kernels.ElementType;
import ganengine.kernels.OutOfDeviceMemoryException;
import java.util.Arrays;

/**
 * The heap as device memory. An array's first element lies 16 bytes behind the object's start, and
 * G1 puts objects of half a region or more at a region's start: float index 12 of a large array is
 * therefore 64-byte aligned, and so is every multiple of 16 floats from there. Small buffers share
 * large chunks; a buffer as large as a chunk gets an array of its own.
 */
final class CpuArena extends BufferPool<CpuBuffer> {
  private static final int ALIGNED_START = 12;
  private static final int LINE = 16;
  private static final int CHUNK = 1 << 22;

  private final boolean poison = Boolean.getBoolean("ganengine.poison");
  private float[] chunk;
  private int used;

  @Override
  protected CpuBuffer create(ElementType type, long length) {
    if (length > Integer.MAX_VALUE - 64) {
      throw new OutOfDeviceMemoryException(
          "a buffer of %,d elements is longer than a Java array; use a smaller batch"
              .formatted(length));
    }
    try {
      int size = (int) length;
      return switch (type) {
        case REAL -> reals(size);
        case INTEGER -> new CpuBuffer(new long[size]);
        case BYTE -> new CpuBuffer(new byte[size]);
        case BFLOAT16 -> throw new IllegalArgumentException("the cpu device has no bfloat16");
      };
    } catch (OutOfMemoryError e) {
      throw new OutOfDeviceMemoryException(
          "no room for %,d more elements in a heap of %,d MiB; use a smaller batch or a larger -Xmx"
              .formatted(length, Runtime.getRuntime().maxMemory() >> 20));
    }
  }

  private CpuBuffer reals(int size) {
    int rounded = (size + LINE - 1) / LINE * LINE;
    if (rounded > CHUNK / 4) {
      return new CpuBuffer(new float[ALIGNED_START + rounded], ALIGNED_START, size);
    }
    if (chunk == null || used + rounded > chunk.length) {
      chunk = new float[ALIGNED_START + CHUNK];
      used = ALIGNED_START;
    }
    CpuBuffer buffer = new CpuBuffer(chunk, used, size);
    used += rounded;
    return buffer;
  }

  @Override
  protected void destroy(CpuBuffer buffer) {
    // The collector takes a chunk once none of its buffers is referenced.
  }

  @Override
  protected int bytes(ElementType type) {
    return switch (type) {
      case REAL -> Float.BYTES;
      case INTEGER -> Long.BYTES;
      case BYTE -> 1;
      case BFLOAT16 -> Short.BYTES;
    };
  }

  @Override
  protected void handedOut(CpuBuffer buffer) {
    if (poison && buffer.type() == ElementType.REAL) {
      Arrays.fill(buffer.reals, buffer.offset, buffer.offset + buffer.size(), Float.NaN);
    }
  }
}
