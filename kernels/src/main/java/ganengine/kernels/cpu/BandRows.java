package ganengine.kernels.cpu;

/**
 * The rows of a banded product in one image, a multiple of {@link NarrowLoops#BAND_ROWS} of them:
 * each is a block of pixels side by side.
 */
final class BandRows {
  /** Where a block's inputs start, from the image's first on. */
  final int[] from;

  /** Where its outputs start, from the image's first on. */
  final int[] to;

  /** How many outputs it has; 0 for a row that only fills a tile. */
  final int[] lengths;

  private BandRows(int count) {
    from = new int[count];
    to = new int[count];
    lengths = new int[count];
  }

  /** At least so many, which fill tiles; the places are yet to be set. */
  static BandRows of(int least) {
    return new BandRows(ProductPart.roundUp(least, NarrowLoops.BAND_ROWS));
  }

  int count() {
    return from.length;
  }
}
