package ganengine.kernels.cpu;

/**
 * A filter as the right factor [taps * depth, columns] of a banded product: a block of pixels side
 * by side is computed from the run of floats of all their windows, so that even a few channels fill
 * vectors. An output takes zeros from the part of the run that is not its own window's.
 *
 * <p>Stored in panels of one vector of columns each.
 */
final class BandFilter {
  private final int taps;
  private final int depth;
  private final int lanes;
  private final int panels;
  private final float[] reals;

  /** All zeros. */
  BandFilter(int taps, int depth, int columns, int lanes) {
    this.taps = taps;
    this.depth = depth;
    this.lanes = lanes;
    panels = ProductPart.ceilDivide(columns, lanes);
    reals = new float[PackScratch.START + panels * taps * depth * lanes];
  }

  /** Lines that an output is computed from. */
  int taps() {
    return taps;
  }

  /** Floats of each of these lines. */
  int depth() {
    return depth;
  }

  int panels() {
    return panels;
  }

  float[] reals() {
    return reals;
  }

  /** Where a panel [taps, depth, lanes] starts in {@link #reals}. */
  int panelAt(int panel) {
    return PackScratch.START + panel * taps * depth * lanes;
  }

  /** Puts what a column takes of float {@code p} of line {@code tap}. */
  void set(int tap, int p, int column, float value) {
    reals[panelAt(column / lanes) + (tap * depth + p) * lanes + column % lanes] = value;
  }
}
