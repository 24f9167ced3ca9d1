package ganengine.kernels.cpu;

/** The left factor A [m, k] of a product, in whatever form it is stored. */
interface RowOperand {
  /**
   * Copies A[row .. row + rows, k .. k + depth] to {@code to}, row i from {@code at + i *
   * MicroKernel.DEPTH} on.
   */
  void packRows(int row, int rows, int k, int depth, float[] to, int at);
}
