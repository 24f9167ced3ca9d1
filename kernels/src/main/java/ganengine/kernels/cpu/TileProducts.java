package ganengine.kernels.cpu;

/**
 * The products, at every point, of transformed tiles with a transformed filter. The tiles of one
 * call are transformed, one depth at a time, into memory of the calling thread.
 */
final class TileProducts {
  private static final int DEPTH = MicroKernel.DEPTH;
  private static final int START = PackScratch.START;

  /**
   * Most tiles of a call: their transforms of one depth are 576 KiB at nine points, 1 MiB at 16.
   */
  private static final int TILES = 64;

  /** The same where the factors come from memory for every call. */
  private static final int MANY_TILES = 256;

  /** Floats of factors from which they do: 16 MiB. */
  private static final int LARGE = 1 << 22;

  private final CpuThreads threads;
  private final MicroKernel kernel;
  private final PackScratch scratch;

  TileProducts(CpuThreads threads, MicroKernel kernel, PackScratch scratch) {
    this.threads = threads;
    this.kernel = kernel;
    this.scratch = scratch;
  }

  /** Most tiles of a call with such factors. */
  static int most(FilterTransform b) {
    return b.floats() > LARGE ? MANY_TILES : TILES;
  }

  /**
   * How many tiles a task takes: if the factors are large, as few tasks as there are threads.
   *
   * @param unit a task takes whole ones of so many tiles
   */
  static int share(int tiles, int threads, int unit, FilterTransform b) {
    if (b.floats() > LARGE) {
      int own = ProductPart.roundUp(ProductPart.ceilDivide(tiles, threads), unit);
      return Math.min(MANY_TILES, own);
    }
    return ProductPart.share(tiles, threads, unit, TILES);
  }

  /**
   * sums [points, .., columns] = transformed tiles [points, count, depth] * factors [points, depth,
   * columns], where the factors are not empty.
   *
   * @param tile the first of {@code count} tiles
   * @param at where the first tile's sums start; the next one's are {@code columns} further on
   * @param pointStride floats of sums from a point to the next one
   */
  void run(
      TileTransform a,
      int tile,
      int count,
      FilterTransform b,
      float[] factors,
      float[] sums,
      int at,
      int pointStride) {
    int slot = threads.slot();
    int points = b.points();
    int packedStride = ProductPart.roundUp(count, kernel.rows()) * DEPTH;
    float[] packed = scratch.transformed(slot, points * packedStride);
    float[] room = scratch.room(slot, a.room());
    int[] places = scratch.places(slot);
    for (int block = 0; block < b.rows(); block += DEPTH) {
      int blockEnd = Math.min(block + DEPTH, b.rows());
      a.pack(tile, count, block, blockEnd - block, packed, START, DEPTH, packedStride, room);
      for (int point = 0; point < points; point++) {
        int k = Math.max(block, b.firstRow(point));
        int depth = Math.min(blockEnd, b.endRow(point)) - k;
        if (depth <= 0) {
          continue;
        }
        for (int i = 0; i < count; i++) {
          places[i] = at + point * pointStride + i * b.columns();
        }
        int column = b.firstColumn(point);
        scratch
            .tiles(slot)
            .multiplyAdd(
                depth,
                packed,
                START + point * packedStride + k - block,
                count,
                factors,
                b.at(point, block, k, column),
                column,
                b.endColumn(point) - column,
                k == b.firstRow(point),
                sums,
                places);
      }
    }
  }
}
