package ganengine.kernels.cpu;

/**
 * Memory that products pack their factors into, one set for each slot of {@link CpuThreads}, kept
 * between calls. Every region starts 64-byte aligned, on the grounds given in {@link CpuArena}.
 */
final class PackScratch {
  /** Floats of a slot's own block: up to 256 rows or columns of {@link MicroKernel#DEPTH}. */
  static final int BLOCK = 256 * MicroKernel.DEPTH;

  private static final int ALIGNED_START = 12;
  private static final int LARGE = 1 << 20;

  private final float[] blocks;
  private final float[][] shared;
  private final float[][] results;
  private final int[][] places;

  PackScratch(int slots) {
    blocks = new float[ALIGNED_START + Math.max(slots * BLOCK, LARGE)];
    shared = new float[slots][];
    results = new float[slots][];
    places = new int[slots][BLOCK / MicroKernel.DEPTH];
  }

  /** The array that holds all slots' own blocks. */
  float[] blocks() {
    return blocks;
  }

  /** Where a slot's own block starts in {@link #blocks}. */
  int blockAt(int slot) {
    return ALIGNED_START + slot * BLOCK;
  }

  /** Row places for one block of rows. */
  int[] places(int slot) {
    return places[slot];
  }

  /** At least {@code floats} from {@link #start} on, for the factor that all tasks read. */
  float[] shared(int slot, int floats) {
    return atLeast(shared, slot, floats);
  }

  /** At least {@code floats} from {@link #start} on, for products that are not yet the result. */
  float[] results(int slot, int floats) {
    return atLeast(results, slot, floats);
  }

  /** The aligned start of {@link #shared} and {@link #results}. */
  int start() {
    return ALIGNED_START;
  }

  private static float[] atLeast(float[][] kept, int slot, int floats) {
    if (kept[slot] == null || kept[slot].length < ALIGNED_START + floats) {
      kept[slot] = new float[ALIGNED_START + Math.max(floats, LARGE)];
    }
    return kept[slot];
  }
}
