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
    if (transposed) {
      transpose(buffer.offset + start + k * stride + row, depth, rows, to, at, MicroKernel.DEPTH);
    } else {
      copy(buffer.offset + start + row * stride + k, rows, depth, to, at, MicroKernel.DEPTH);
    }
  }

  @Override
  public void packColumns(
      int k, int depth, int column, int columns, float[] to, int at, int width) {
    if (transposed) {
      transpose(buffer.offset + start + column * stride + k, columns, depth, to, at, width);
    } else {
      copy(buffer.offset + start + k * stride + column, depth, columns, to, at, width);
    }
  }

  /** to[at + r * toStride + c] = reals[from + r * stride + c]. */
  private void copy(int from, int rows, int columns, float[] to, int at, int toStride) {
    float[] reals = buffer.reals;
    for (int r = 0; r < rows; r++) {
      System.arraycopy(reals, from + r * stride, to, at + r * toStride, columns);
    }
  }

  /**
   * to[at + c * toStride + r] = reals[from + r * stride + c], four rows at a time: the strided side
   * is touched a quarter as often.
   */
  private void transpose(int from, int rows, int columns, float[] to, int at, int toStride) {
    float[] reals = buffer.reals;
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      int row0 = from + r * stride;
      int row1 = row0 + stride;
      int row2 = row1 + stride;
      int row3 = row2 + stride;
      for (int c = 0; c < columns; c++) {
        int target = at + c * toStride + r;
        to[target] = reals[row0 + c];
        to[target + 1] = reals[row1 + c];
        to[target + 2] = reals[row2 + c];
        to[target + 3] = reals[row3 + c];
      }
    }
    for (; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        to[at + c * toStride + r] = reals[from + r * stride + c];
      }
    }
  }
}
