package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.Arrays;

/**
 * The input gradient, as the forward pass transposed: at every point a product [tiles, outC] [outC,
 * phases * inC], whose windows overlap and are added up to gradX. A task takes whole images, so
 * that every window that has a part in a pixel is its own.
 */
final class WinogradInputGradient {
  private static final int START = PackScratch.START;

  private final CpuThreads threads;
  private final MicroKernel kernel;
  private final PackScratch scratch;
  private final TileProducts products;

  WinogradInputGradient(CpuThreads threads, MicroKernel kernel, PackScratch scratch) {
    this.threads = threads;
    this.kernel = kernel;
    this.scratch = scratch;
    products = new TileProducts(threads, kernel, scratch);
  }

  void run(Convolution size, CpuBuffer gradY, CpuBuffer filter, CpuBuffer gradX) {
    WinogradTiles tiles = new WinogradTiles(size);
    TileTransform spreads = TileTransform.spreads(tiles, gradY);
    FilterTransform taps = new FilterTransform(tiles, false, kernel.columns());
    float[] factors = taps.pack(threads, scratch, filter);
    int own = TileProducts.share(tiles.count(), threads.count(), tiles.ofImage(), taps);
    int share = Math.max(1, own / tiles.ofImage());
    threads.run(
        ProductPart.ceilDivide(size.batch(), share),
        task -> {
          int image = task * share;
          int images = Math.min(share, size.batch() - image);
          images(tiles, spreads, taps, factors, image, images, gradX);
        });
  }

  private void images(
      WinogradTiles tiles,
      TileTransform spreads,
      FilterTransform taps,
      float[] factors,
      int image,
      int images,
      CpuBuffer gradX) {
    int columns = taps.columns();
    int count = images * tiles.ofImage();
    int first = image * tiles.ofImage();
    // Behind the tiles' sums of every point, zeros for the tiles beyond the edges.
    int pointStride = (count + 1) * columns;
    float[] sums = scratch.results(threads.slot(), tiles.points() * pointStride);
    int most = TileProducts.most(taps);
    for (int i = 0; i < count; i += most) {
      int some = Math.min(most, count - i);
      int at = START + i * columns;
      products.run(spreads, first + i, some, taps, factors, sums, at, pointStride);
    }
    int nothing = START + count * columns;
    for (int point = 0; point < tiles.points(); point++) {
      int at = nothing + point * pointStride;
      Arrays.fill(sums, at, at + columns, 0);
    }
    float[] room = scratch.room(threads.slot(), WindowOverlap.room(tiles.size()));
    WindowOverlap overlap = new WindowOverlap(tiles, sums, pointStride, nothing, room);
    for (int i = 0; i < images; i++) {
      overlap.image(START + i * tiles.ofImage() * columns, image + i, gradX);
    }
  }
}
