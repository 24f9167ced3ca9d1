package ganengine.kernels.cpu;

/**
 * The nine products of transformed tiles with a transformed filter. The tiles of one call are
 * transformed, one depth at a time, into memory of the calling thread.
 */
final class TileProducts {
  private static final int DEPTH = MicroKernel.DEPTH;
  private static final int POINTS = WinogradLoops.POINTS;
  private static final int START = PackScratch.START;

  /** Most tiles of a call: their nine transforms of one depth are 576 KiB. */
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
   * sums [9, .., columns] = transformed tiles [9, count, depth] * factors [9, depth, columns].
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
    int packedStride = ProductPart.roundUp(count, kernel.rows()) * DEPTH;
    int room = START + POINTS * packedStride;
    float[] packed = scratch.transformed(slot, POINTS * packedStride + a.room());
    int[] places = scratch.places(slot);
    for (int k = 0; k < b.rows(); k += DEPTH) {
      int depth = Math.min(DEPTH, b.rows() - k);
      a.pack(tile, count, k, depth, packed, START, DEPTH, packedStride, room);
      for (int point = 0; point < POINTS; point++) {
        for (int i = 0; i < count; i++) {
          places[i] = at + point * pointStride + i * b.columns();
        }
        scratch
            .tiles(slot)
            .multiplyAdd(
                depth,
                packed,
                START + point * packedStride,
                count,
                factors,
                b.at(point, k),
                0,
                b.columns(),
                k == 0,
                sums,
                places);
      }
    }
  }
}
