package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * The forward pass: at every point a product [tiles, phases * inC] [phases * inC, outC], folded to
 * y. A task takes some tiles through all of it, so that what lies between is still in its cache.
 */
final class WinogradForward {
  private static final int START = PackScratch.START;

  private final CpuThreads threads;
  private final MicroKernel kernel;
  private final PackScratch scratch;
  private final TileProducts products;

  WinogradForward(CpuThreads threads, MicroKernel kernel, PackScratch scratch) {
    this.threads = threads;
    this.kernel = kernel;
    this.scratch = scratch;
    products = new TileProducts(threads, kernel, scratch);
  }

  void run(Convolution size, CpuBuffer x, CpuBuffer filter, CpuBuffer y) {
    WinogradTiles tiles = new WinogradTiles(size);
    TileTransform windows = TileTransform.windows(tiles, x);
    FilterTransform taps = new FilterTransform(tiles, true, kernel.columns());
    float[] factors = taps.pack(threads, scratch, filter);
    int outC = size.outC();
    int share = TileProducts.share(tiles.count(), threads.count(), kernel.rows(), taps);
    threads.run(
        ProductPart.ceilDivide(tiles.count(), share),
        task -> {
          int tile = task * share;
          int count = Math.min(share, tiles.count() - tile);
          int pointStride = count * outC;
          float[] sums = scratch.results(threads.slot(), tiles.points() * pointStride);
          products.run(windows, tile, count, taps, factors, sums, START, pointStride);
          fold(tiles, tile, count, sums, pointStride, y);
        });
  }

  /** Folds the sums of some tiles and writes the pixels of them that are inside y. */
  private void fold(
      WinogradTiles tiles, int tile, int count, float[] sums, int pointStride, CpuBuffer y) {
    PlaneMap map = PlaneMap.fold(tiles);
    int outC = tiles.size().outC();
    float[] room = scratch.room(threads.slot(), PlaneMap.ROOM + 4 * outC);
    int pointRow = tiles.pointsW() * pointStride;
    for (int i = 0; i < count; i++) {
      int at = START + i * outC;
      Pixels pixels = Pixels.of(tiles, tile + i, y);
      if (pixels.below && pixels.right) {
        int down = pixels.rowStride;
        map.apply(sums, at, pointRow, pointStride, y.reals, pixels.at, down, outC, room, outC);
      } else {
        int edge = START + PlaneMap.ROOM;
        map.apply(sums, at, pointRow, pointStride, room, edge, 2 * outC, outC, room, outC);
        pixels.copy(room, edge, outC, y);
      }
    }
  }

  /**
   * The pixels of a tile.
   *
   * @param at where the first one is in y
   * @param rowStride floats to the one below
   * @param below whether the lower ones are inside y
   * @param right whether the right ones are
   */
  private record Pixels(int at, int rowStride, boolean below, boolean right) {
    static Pixels of(WinogradTiles tiles, int tile, CpuBuffer y) {
      Convolution size = tiles.size();
      int rowStride = size.outW() * size.outC();
      int line = tile / tiles.ofImage() * size.outH() + tiles.top(tile);
      return new Pixels(
          y.offset + line * rowStride + tiles.left(tile) * size.outC(),
          rowStride,
          tiles.top(tile) + 1 < size.outH(),
          tiles.left(tile) + 1 < size.outW());
    }

    /** Copies 2 x 2 pixels as far as they are inside. */
    void copy(float[] from, int corner, int outC, CpuBuffer y) {
      int length = right ? 2 * outC : outC;
      System.arraycopy(from, corner, y.reals, at, length);
      if (below) {
        System.arraycopy(from, corner + 2 * outC, y.reals, at + rowStride, length);
      }
    }
  }
}
