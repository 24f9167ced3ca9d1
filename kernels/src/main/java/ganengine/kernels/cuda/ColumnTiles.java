package ganengine.kernels.cuda;

import ganengine.kernels.ElementType;

/**
 * How a grid of blocks stands on a matrix [rows, columns] whose columns are reduced or have
 * constants of their own: columns.cuh's struct, and the grid. A band is the {@code period} vectors
 * of 16 bytes after which the columns repeat.
 *
 * @param columns of the matrix
 * @param period vectors of a band
 * @param width vectors side by side in a block
 * @param height bands above each other in a block
 * @param blocksX blocks to span a band
 * @param blocksY blocks down the bands
 * @param parts how many partial results of a column such a grid gives
 */
record ColumnTiles(
    int columns, int period, int width, int height, int blocksX, int blocksY, int parts) {
  static final int THREADS = 256;

  /** Columns that a block of a finishing kernel merges. */
  private static final int FINISH_WIDTH = 8;

  /** Bands that a thread should have before there are more blocks. */
  private static final int BANDS_A_THREAD = 8;

  private static final int BLOCKS_A_MULTIPROCESSOR = 6;

  /** In a small matrix a block has as many rows as that for each of the 16 that a thread reads. */
  private static final int SMALL_HEIGHT = 64;

  private static final int SMALL_ROWS = 16 * SMALL_HEIGHT;

  /** A grid that fills the card if the matrix is large enough. */
  static ColumnTiles of(int rows, int columns, ElementType type, int multiprocessors) {
    int reals = reals(type);
    int period = columns / greatestCommonDivisor(columns, reals);
    int blocksX = blocks(period, THREADS);
    int width = blocks(period, blocksX);
    int height = THREADS / width;
    long bands = blocks((long) rows * columns, (long) period * reals);
    long useful = blocks(bands, (long) height * BANDS_A_THREAD);
    int most = Math.max(1, BLOCKS_A_MULTIPROCESSOR * multiprocessors / blocksX);
    int blocksY = (int) Math.min(useful, most);
    int parts = Math.toIntExact((long) blocksY * period * reals / columns);
    return new ColumnTiles(columns, period, width, height, blocksX, blocksY, parts);
  }

  /** Whether {@link #small} is better: few rows, and each of whole vectors. */
  static boolean isSmall(int rows, int columns, ElementType type) {
    return rows <= SMALL_ROWS && columns % reals(type) == 0;
  }

  /** A grid in which each block has all rows of its columns. */
  static ColumnTiles small(int columns, ElementType type) {
    int period = columns / reals(type);
    int width = THREADS / SMALL_HEIGHT;
    return new ColumnTiles(columns, period, width, SMALL_HEIGHT, blocks(period, width), 1, 1);
  }

  /** Blocks of a kernel that merges parts: columns.cuh's mergeParts. */
  int finishBlocks() {
    return blocks(columns, FINISH_WIDTH);
  }

  /** Starts a launch with its first argument, the struct. */
  Launch launch(Kernel kernel) {
    return kernel.grid(blocksX, blocksY, THREADS).numbers(columns, period, width, height);
  }

  /** Numbers in a vector of 16 bytes. */
  private static int reals(ElementType type) {
    return 16 / CudaBuffer.bytes(type);
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  private static int blocks(int count, int each) {
    return (count + each - 1) / each;
  }

  private static long blocks(long count, long each) {
    return (count + each - 1) / each;
  }
}
