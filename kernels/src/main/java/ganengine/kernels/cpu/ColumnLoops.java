package ganengine.kernels.cpu;

/**
 * What sums and normalisation do to every column of a row-major matrix [rows, columns], in one pass
 * over the rows on the calling thread. A matrix is an array and where in it the matrix starts.
 *
 * <p>Vectors over the columns lie in one array {@code c}, each {@code columns} long: the first is
 * the centre that is taken off x; what the others are is said with each method.
 */
interface ColumnLoops {
  /** sums[column] = sum over the rows of x. */
  void sums(int rows, int columns, float[] x, int atX, float[] sums);

  /**
   * c = (centre, sum of x - centre, sum of (x - centre)^2): the first is read, the others written.
   */
  void deviations(int rows, int columns, float[] x, int atX, float[] c);

  /** y = (x - centre) * scale + shift, with c = (centre, scale, shift). */
  void scale(int rows, int columns, float[] x, int atX, float[] c, float[] y, int atY);

  /** c = (centre, sum of g, sum of g * (x - centre)): the first is read, the others written. */
  void products(int rows, int columns, float[] g, int atG, float[] x, int atX, float[] c);

  /** out = g * scale + (x - centre) * slope + shift, with c = (centre, scale, slope, shift). */
  void combine(
      int rows,
      int columns,
      float[] g,
      int atG,
      float[] x,
      int atX,
      float[] c,
      float[] out,
      int atOut);
}
