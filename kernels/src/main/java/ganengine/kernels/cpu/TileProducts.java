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
  static final int TILES = 64;

  private final CpuThreads threads;
  private final MicroKernel kernel;
  private final PackScratch scratch;

  TileProducts(CpuThreads threads, MicroKernel kernel, PackScratch scratch) {
    this.threads = threads;
    this.kernel = kernel;
    this.scratch = scratch;
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
