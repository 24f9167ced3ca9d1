package ganengine.kernels.cpu;

/** The right factor B [k, n] of a product, in whatever form it is stored. */
interface ColumnOperand {
  /**
   * Copies B[k .. k + depth, column .. column + columns] to {@code to}, row p from {@code at + p *
   * width} on.
   */
  void packColumns(int k, int depth, int column, int columns, float[] to, int at, int width);
}
