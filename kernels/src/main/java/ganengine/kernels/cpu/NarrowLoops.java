package ganengine.kernels.cpu;

/**
 * The innermost loops of convolutions of few channels, which read activations where they lie: too
 * little is computed from each to pay for packing it.
 */
interface NarrowLoops {
  /** Rows of a band's tile. */
  int BAND_ROWS = 8;

  /** Most vectors of columns of such a tile that {@link #bandVectors} may say. */
  int BAND_VECTORS = 2;

  /** Output channels of a tile of filter gradients. */
  int FILTER_ROWS = 4;

  /** Vectors of a tile of filter gradients. */
  int FILTER_VECTORS = 3;

  /** Numbers under a window that a tile of {@link #imageFilterGradient} has. */
  int IMAGE_TAPS = 4;

  /** Vectors of output channels of such a tile. */
  int IMAGE_VECTORS = 4;

  /** Windows that {@link #windows} adds at once. */
  int WINDOWS = 4;

  /** Floats of a vector. */
  int lanes();

  /** Vectors of columns of a band's tile that fit the registers. */
  int bandVectors();

  /**
   * Eight rows and some vectors of columns of a banded product: c[cAt + rows.to[row + i] + column +
   * j] = sum over t below the filter's taps and p below its depth of a[aAt + rows.from[row + i] + t
   * * line + p] * b[t * depth + p][column + j], for those columns that a row has.
   *
   * @param vectors of columns, no more than {@link #bandVectors}, from {@code panel} on
   * @param line floats from a tap's line to the next tap's
   * @param room working memory, a tile
   */
  void band(
      int vectors,
      BandFilter filter,
      int panel,
      float[] a,
      int aAt,
      int line,
      BandRows rows,
      int row,
      float[] c,
      int cAt,
      float[] room);

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

  /**
   * Adds four windows that move on by strides of their own: to[atTo + s * step + j] = old[atOld + s
   * * stepOld + j] + sum over four windows i of taps[from[first + i] + s * strides[first + i] + j],
   * for all s below steps and j below step; from j = count on, the windows count as 0.
   *
   * <p>All may be read, and {@code to} written, up to a vector's length beyond.
   */
  void windows(
      int steps,
      int step,
      int count,
      float[] taps,
      int[] from,
      int[] strides,
      int first,
      float[] old,
      int atOld,
      int stepOld,
      float[] to,
      int atTo);
}
