package ganengine.kernels.cpu;

/**
 * What sums and normalisation do to every column of a row-major matrix [rows, columns], in one pass
 * over the rows on the calling thread. A matrix is an array and where in it the matrix starts.
 *
 * <p>Vectors over the columns lie in one array {@code c}, each {@code columns} long: the first is
 * the centre that is taken off x; what the others are is said with each method.
 *
 * <p>A rectifier is its leak, what it leaves of numbers below 0: 1 rectifies nothing. A gradient g
 * that comes through one counts whole where the gate, the rectifier's output, is above 0, and leak
 * times elsewhere; with leak 1 the gate may be any matrix, g itself say.
 */
interface ColumnLoops {
  /** sums[column] = sum over the rows of x. */
  void sums(int rows, int columns, float[] x, int atX, float[] sums);

  /**
   * c = (centre, sum of x - centre, sum of (x - centre)^2): the first is read, the others written.
   */
  void deviations(int rows, int columns, float[] x, int atX, float[] c);

  /** y = rectified((x - centre) * scale + shift), with c = (centre, scale, shift). */
  void scale(int rows, int columns, float leak, float[] x, int atX, float[] c, float[] y, int atY);

  /**
   * c = (centre, sum of gated g, sum of gated g * (x - centre)): the first is read, the others
   * written.
   */
  void products(
      int rows,
      int columns,
      float leak,
      float[] gate,
      int atGate,
      float[] g,
      int atG,
      float[] x,
      int atX,
      float[] c);

  /**
   * out = gated g * scale + (x - centre) * slope + shift, with c = (centre, scale, slope, shift).
   */
  void combine(
      int rows,
      int columns,
      float leak,
      float[] gate,
      int atGate,
      float[] g,
      int atG,
      float[] x,
      int atX,
      float[] c,
      float[] out,
      int atOut);
}
