package ganengine.kernels.cpu;

import ganengine.kernels.BufferPool;
import ganengine.kernels.ElementType;
import ganengine.kernels.OutOfDeviceMemoryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The heap as device memory. REALs lie one behind another in chunks, large arrays whose elements
 * start 64-byte aligned ({@link CpuChunk}), each in the one whose rest it fits most closely. A new
 * chunk is as large as all before it, up to {@value #LARGEST} regions or what the buffer needs: so
 * little lies unused, in a small program as in a large one.
 */
final class CpuArena extends BufferPool<CpuBuffer> {
  /** Regions of a chunk: 34 MiB hold two buffers of 16 MiB, or four of 8. */
  private static final int LARGEST = 17;

  private final boolean poison = Boolean.getBoolean("ganengine.poison");
  private final List<CpuChunk> chunks = new ArrayList<>();

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
    CpuChunk closest = null;
    int regions = 0;
    for (CpuChunk chunk : chunks) {
      boolean fits = chunk.fits(size);
      if (fits && (closest == null || chunk.unused() < closest.unused())) {
        closest = chunk;
      }
      regions += chunk.regions();
    }
    if (closest == null) {
      int wanted = Math.max(CpuChunk.regionsFor(size), Math.min(regions, LARGEST));
      closest = new CpuChunk(wanted);
      chunks.add(closest);
    }
    return new CpuBuffer(closest.floats(), closest.carve(size), size);
  }

  /** The collector takes a chunk once none of its buffers is left. */
  @Override
  protected void destroy(CpuBuffer buffer) {
    chunks.removeIf(chunk -> chunk.lost(buffer));
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
