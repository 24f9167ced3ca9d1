package ganengine.kernels.cpu;

/**
 * A row-major matrix in a buffer, or the transpose of one, as a factor of a product.
 *
 * @param start where element (0, 0) stands in the buffer
 * @param stride floats from a stored row to the next
 * @param transposed whether the factor is the transpose of what is stored
 */
record DenseMatrix(CpuBuffer buffer, int start, int stride, boolean transposed)
    implements RowOperand, ColumnOperand {

  @Override
  public void packRows(int row, int rows, int k, int depth, float[] to, int at) {
    pack(row, rows, k, depth, to, at, MicroKernel.DEPTH);
  }

  @Override
  public void packColumns(
      int k, int depth, int column, int columns, float[] to, int at, int width) {
    pack(k, depth, column, columns, to, at, width);
  }

  private void pack(int row, int rows, int column, int columns, float[] to, int at, int toStride) {
    float[] from = buffer.reals;
    int origin = buffer.offset + start;
    if (transposed) {
      int corner = origin + column * stride + row;
      PanelCopy.transpose(
          from, corner, stride, to, at, toStride, /* rows= */ columns, /* columns= */ rows);
    } else {
      int corner = origin + row * stride + column;
      PanelCopy.copy(from, corner, stride, to, at, toStride, rows, columns);
    }
  }
}
