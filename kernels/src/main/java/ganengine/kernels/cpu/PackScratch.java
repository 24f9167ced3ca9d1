package ganengine.kernels.cpu;

/**
 * Working memory of products, one set for each slot of {@link CpuThreads}, kept between calls.
 * Packed factors start 64-byte aligned, on the grounds given in {@link CpuChunk}.
 */
final class PackScratch {
  /** Where the contents of {@link #shared} and {@link #results} start: the first aligned float. */
  static final int START = CpuChunk.START;

  /** Rows or columns of {@link MicroKernel#DEPTH} floats in a slot's own block. */
  private static final int BLOCK = 256;

  private final float[] blocks;
  private final float[][] shared;
  private final float[][] results;
  private final float[][] transformed;
  private final float[][] rooms;
  private final int[][] places;
  private final Tiles[] tiles;

  PackScratch(int slots, MicroKernel kernel) {
    blocks = new float[CpuChunk.lengthFor(slots * BLOCK * MicroKernel.DEPTH)];
    shared = new float[slots][];
    results = new float[slots][];
    transformed = new float[slots][];
    rooms = new float[slots][];
    places = new int[slots][BLOCK];
    tiles = new Tiles[slots];
    for (int i = 0; i < slots; i++) {
      tiles[i] = new Tiles(kernel);
    }
  }

  /** The array that holds all slots' own blocks. */
  float[] blocks() {
    return blocks;
  }

  /** Where a slot's own block starts in {@link #blocks}. */
  int blockAt(int slot) {
    return START + slot * BLOCK * MicroKernel.DEPTH;
  }

  /** Row places for one block of rows. */
  int[] places(int slot) {
    return places[slot];
  }

  /** The slot's tile loops. */
  Tiles tiles(int slot) {
    return tiles[slot];
  }

  /** At least {@code floats} for the factor that all tasks of a product read. */
  float[] shared(int slot, int floats) {
    return atLeast(shared, slot, floats);
  }

  /** At least {@code floats} for products that are not yet the result. */
  float[] results(int slot, int floats) {
    return atLeast(results, slot, floats);
  }

  /** At least {@code floats} for factors that a task transforms for itself. */
  float[] transformed(int slot, int floats) {
    return atLeast(transformed, slot, floats);
  }

  /** At least {@code floats} of working memory for one transform. */
  float[] room(int slot, int floats) {
    return atLeast(rooms, slot, floats);
  }

  private static float[] atLeast(float[][] kept, int slot, int floats) {
    if (kept[slot] == null || kept[slot].length < START + floats) {
      kept[slot] = new float[CpuChunk.lengthFor(floats)];
    }
    return kept[slot];
  }
}
