package ganengine.kernels.cpu;

/**
 * A large array that buffers are cut from. An array's first element lies 16 bytes behind the
 * object's start, and G1 puts objects of half a region or more at a region's start: float index 12
 * of a large array is therefore 64-byte aligned, and so is every multiple of 16 floats from there.
 * Regions are those the launcher asks for; the array fills whole ones, of which it could use
 * nothing else.
 */
final class CpuChunk {
  /** The first aligned float. */
  static final int START = 12;

  /** Floats of a region: 2 MiB, also a huge page. */
  private static final int REGION = 1 << 19;

  /** Floats that an array's header takes of its first region. */
  private static final int HEADER = 4;

  private static final int LINE = 16;

  private final float[] floats;
  private int used = START;
  private int buffers;

  CpuChunk(int regions) {
    floats = new float[length(regions)];
  }

  /** The length of an array that fills so many regions, or is the longest one. */
  private static int length(int regions) {
    return (int) Math.min(regions * (long) REGION - HEADER, Integer.MAX_VALUE - 8);
  }

  /** The length of an array of whole regions with room for {@code size} floats from START on. */
  static int lengthFor(int size) {
    return length(regionsFor(size));
  }

  /** Regions of a chunk that fits a buffer of this many floats. */
  static int regionsFor(int size) {
    return (int) ((HEADER + START + rounded(size) + REGION - 1) / REGION);
  }

  private static long rounded(int size) {
    return (size + LINE - 1L) / LINE * LINE;
  }

  int regions() {
    return (int) ((floats.length + (long) HEADER + REGION - 1) / REGION);
  }

  int unused() {
    return floats.length - used;
  }

  boolean fits(int size) {
    return size <= unused();
  }

  float[] floats() {
    return floats;
  }

  /** Where the next {@code size} floats, which {@link #fits}, start. */
  int carve(int size) {
    int at = used;
    used = (int) Math.min(used + rounded(size), floats.length);
    buffers++;
    return at;
  }

  /** Takes leave of a buffer; true if it was this chunk's last. */
  boolean lost(CpuBuffer buffer) {
    if (buffer.reals != floats) {
      return false;
    }
    buffers--;
    return buffers == 0;
  }
}
