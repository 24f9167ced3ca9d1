package ganengine.kernels.cpu;

/**
 * The innermost product: one tile of C, small enough to stay in registers, plus the product of a
 * panel of A and a panel of B that lie in cache. Everything else in a matrix product or convolution
 * is bringing panels here.
 */
interface MicroKernel {
  /** How many columns of A, rows of B, a panel holds at most; also the stride of A's rows. */
  int DEPTH = 256;

  /** Rows of the tile. */
  int rows();

  /** Columns of the tile. */
  int columns();

  /**
   * The kernel for a last panel that is at most half full: as many rows, perhaps fewer columns, the
   * same panels.
   */
  MicroKernel narrow();

  /**
   * c[rowAt[row + i] + column + j] += sum over p below {@code depth} of a[aAt + i * DEPTH + p] *
   * b[bAt + p * width + j], for all i below rows() and j below columns(), where width is that of
   * the full kernel. Each element's products are added one after another in the order of p,
   * starting from the old value, so that tilings that cut depth alike give the same bits.
   *
   * @param first whether to start from 0 instead of what c holds
   */
  void multiplyAdd(
      int depth,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      boolean first,
      float[] c,
      int[] rowAt,
      int row,
      int column);
}
