package ganengine.kernels.cpu;

/**
 * The innermost loops of convolutions of few channels, which read activations where they lie: too
 * little is computed from each to pay for packing it.
 */
interface NarrowLoops {
  /** Rows of a band's tile. */
  int BAND_ROWS = 8;

  /** Output channels of a tile of filter gradients. */
  int FILTER_ROWS = 4;

  /** Vectors of a tile of filter gradients. */
  int FILTER_VECTORS = 3;

  /** Numbers under a window that a tile of {@link #imageFilterGradient} has. */
  int IMAGE_TAPS = 4;

  /** Vectors of output channels of such a tile. */
  int IMAGE_VECTORS = 4;

  /** Floats of a vector. */
  int lanes();

  /**
   * Eight rows and one vector of columns of a banded product: c[toAt + rows.to[row + i] + column +
   * j] = sum over t below taps and p below depth of a[rows.from[row + i] + t * line + p] * b[bAt +
   * (t * depth + p) * lanes + j], for those columns that a row has.
   *
   * @param line floats from a tap's line to the next tap's
   * @param tile working memory, {@link #BAND_ROWS} vectors
   */
  void band(
      int taps,
      int line,
      int depth,
      float[] a,
      BandRows rows,
      int row,
      float[] b,
      int bAt,
      int column,
      float[] c,
      int toAt,
      float[] tile);

  /**
   * Four output channels and three vectors of a filter's gradient: c[at + (i * 3 + v) * lanes + j]
   * += sum over the pixels (l, p) of g[atG + l * lineG + p * stepG + channels[channel + i]] * x[atX
   * + l * lineX + p * stepX + offsets[vector + v] + j].
   */
  void filterGradient(
      int lines,
      int pixels,
      float[] g,
      int atG,
      int lineG,
      int stepG,
      int[] channels,
      int channel,
      float[] x,
      int atX,
      int lineX,
      int stepX,
      int[] offsets,
      int vector,
      float[] c,
      int at);

  /**
   * Four numbers under a window and four vectors of output channels of a filter's gradient: c[at +
   * (i * 4 + v) * lanes + j] += sum over the pixels p of x[atX + p * stepX + offsets[tap + i]] *
   * g[atG + p * stepG + v * lanes + j].
   */
  void imageFilterGradient(
      int pixels,
      float[] g,
      int atG,
      int stepG,
      float[] x,
      int atX,
      int[] offsets,
      int tap,
      int stepX,
      float[] c,
      int at);
}
