package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * The forward pass: nine products [tiles, phases * inC] [phases * inC, outC], folded to y. A task
 * takes some tiles through all of it, so that what lies between is still in its cache.
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
    int share =
        ProductPart.share(tiles.count(), threads.count(), kernel.rows(), TileProducts.TILES);
    threads.run(
        ProductPart.ceilDivide(tiles.count(), share),
        task -> {
          int tile = task * share;
          int count = Math.min(share, tiles.count() - tile);
          int pointStride = count * outC;
          int room = WinogradLoops.POINTS * pointStride;
          float[] sums = scratch.results(threads.slot(), room + 4 * outC);
          products.run(windows, tile, count, taps, factors, sums, START, pointStride);
          for (int i = 0; i < count; i++) {
            fold(tiles, tile + i, sums, START + i * outC, pointStride, START + room, y);
          }
        });
  }

  /** Folds a tile's sums and writes the pixels of it that are inside y. */
  private static void fold(
      WinogradTiles tiles, int tile, float[] sums, int at, int pointStride, int room, CpuBuffer y) {
    Convolution size = tiles.size();
    int outC = size.outC();
    int rowStride = size.outW() * outC;
    int line = tile / tiles.ofImage() * size.outH() + tiles.top(tile);
    int to = y.offset + line * rowStride + tiles.left(tile) * outC;
    boolean below = tiles.top(tile) + 1 < size.outH();
    boolean right = tiles.left(tile) + 1 < size.outW();
    if (below && right) {
      Loops.WINOGRAD.fold(sums, at, pointStride, y.reals, to, rowStride, outC, outC);
      return;
    }
    int pair = 2 * outC;
    Loops.WINOGRAD.fold(sums, at, pointStride, sums, room, pair, outC, outC);
    System.arraycopy(sums, room, y.reals, to, right ? pair : outC);
    if (below) {
      System.arraycopy(sums, room + pair, y.reals, to + rowStride, right ? pair : outC);
    }
  }
}
