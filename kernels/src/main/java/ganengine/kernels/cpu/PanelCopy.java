package ganengine.kernels.cpu;

/**
 * Copies pieces of matrices into packed panels, straight or turned. System.arraycopy is as fast as
 * vector code even for runs of a dozen floats.
 */
final class PanelCopy {
  /** Floats of a cache line. */
  private static final int LINE = 16;

  /** Floats of a row from which the hardware reads ahead by itself. */
  private static final int LONG = 128;

  /** Short rows transposed together. */
  private static final int BAND = 16;

  private PanelCopy() {}

  /** to[at + r * toStride + c] = from[fromAt + r * fromStride + c]. */
  static void copy(
      float[] from,
      int fromAt,
      int fromStride,
      float[] to,
      int at,
      int toStride,
      int rows,
      int columns) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from, fromAt + r * fromStride, to, at + r * toStride, columns);
    }
  }

  /** to[at + c * toStride + r] = from[fromAt + r * fromStride + c]. */
  static void transpose(
      float[] from,
      int fromAt,
      int fromStride,
      float[] to,
      int at,
      int toStride,
      int rows,
      int columns) {
    if (columns >= LONG) {
      transposeBand(from, fromAt, fromStride, to, at, toStride, rows, columns);
      return;
    }
    for (int r = 0; r < rows; r += BAND) {
      int height = Math.min(BAND, rows - r);
      int source = fromAt + r * fromStride;
      touch(from, source, fromStride, to, at + r, toStride, height, columns);
      transposeBand(from, source, fromStride, to, at + r, toStride, height, columns);
    }
  }

  /**
   * Copies one float of every cache line of these rows: the loads wait for memory together, which
   * rows too short for the hardware to read ahead would else do one by one.
   */
  private static void touch(
      float[] from,
      int fromAt,
      int fromStride,
      float[] to,
      int at,
      int toStride,
      int rows,
      int columns) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c += LINE) {
        to[at + c * toStride + r] = from[fromAt + r * fromStride + c];
      }
    }
  }

  /** Four rows at a time, so that the strided side is touched a quarter as often. */
  private static void transposeBand(
      float[] from,
      int fromAt,
      int fromStride,
      float[] to,
      int at,
      int toStride,
      int rows,
      int columns) {
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      int row0 = fromAt + r * fromStride;
      int row1 = row0 + fromStride;
      int row2 = row1 + fromStride;
      int row3 = row2 + fromStride;
      for (int c = 0; c < columns; c++) {
        int target = at + c * toStride + r;
        to[target] = from[row0 + c];
        to[target + 1] = from[row1 + c];
        to[target + 2] = from[row2 + c];
        to[target + 3] = from[row3 + c];
      }
    }
    for (; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        to[at + c * toStride + r] = from[fromAt + r * fromStride + c];
      }
    }
  }
}
