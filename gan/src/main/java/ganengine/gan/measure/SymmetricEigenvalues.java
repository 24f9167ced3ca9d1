package ganengine.gan.measure;

/**
 * Eigenvalues of a real symmetric matrix, in double: Householder reflections make it tridiagonal,
 * then QL steps with implicit shifts make it diagonal (Golub and Van Loan, Matrix Computations,
 * sections 8.3.1 and 8.3.3). 4/3 n^3 multiplications; wrong by rounding of the largest eigenvalue.
 */
final class SymmetricEigenvalues {
  private static final int MOST_STEPS = 60;

  private SymmetricEigenvalues() {}

  /**
   * In no order.
   *
   * @param matrix [n, n], symmetric; left alone
   * @throws IllegalStateException if it holds NaN
   */
  static double[] of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
    }
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    for (int k = 0; k < n; k++) {
      diagonal[k] = a[k][k];
      if (k + 1 < n) {
        beside[k] = reflect(a, k);
      }
    }
    for (int first = 0; first < n; first++) {
      int steps = 0;
      int last = block(diagonal, beside, first);
      while (last > first) {
        if (++steps > MOST_STEPS) {
          throw new IllegalStateException("the eigenvalues do not come out; the matrix holds NaN");
        }
        step(diagonal, beside, first, last);
        last = block(diagonal, beside, first);
      }
    }
    return diagonal;
  }

  /**
   * Mirrors the rest of the matrix so that of column k only the element below the diagonal is left.
   *
   * @return that element
   */
  private static double reflect(double[][] a, int k) {
    int n = a.length;
    double[] v = a[k].clone();
    double squares = 0;
    for (int i = k + 1; i < n; i++) {
      squares += v[i] * v[i];
    }
    double rest = squares - v[k + 1] * v[k + 1];
    if (rest == 0) {
      return v[k + 1];
    }
    double kept = -Math.copySign(Math.sqrt(squares), v[k + 1]);
    v[k + 1] -= kept;
    double scale = 2 / (rest + v[k + 1] * v[k + 1]);
    double[] w = new double[n];
    for (int i = k + 1; i < n; i++) {
      add(scale * v[i], a[i], w, k + 1);
    }
    double along = 0;
    for (int i = k + 1; i < n; i++) {
      along += v[i] * w[i];
    }
    add(-scale * along / 2, v, w, k + 1);
    for (int i = k + 1; i < n; i++) {
      subtract(v[i], w, w[i], v, a[i], k + 1);
    }
    return kept;
  }

  private static void add(double scale, double[] x, double[] to, int from) {
    for (int i = from; i < x.length; i++) {
      to[i] += scale * x[i];
    }
  }

  private static void subtract(
      double scaleX, double[] x, double scaleY, double[] y, double[] target, int from) {
    for (int i = from; i < x.length; i++) {
      target[i] -= scaleX * x[i] + scaleY * y[i];
    }
  }

  /** The last row of the block from {@code first} on that no negligible element ends before. */
  private static int block(double[] diagonal, double[] beside, int first) {
    int last = first;
    while (last + 1 < diagonal.length) {
      double size = Math.abs(diagonal[last]) + Math.abs(diagonal[last + 1]);
      if (size + Math.abs(beside[last]) == size) {
        return last;
      }
      last++;
    }
    return last;
  }

  /** One implicit QL step on a block, by rotations from its end upwards. */
  private static void step(double[] d, double[] e, int first, int last) {
    double g = (d[first + 1] - d[first]) / (2 * e[first]);
    double r = Math.hypot(g, 1);
    g = d[last] - d[first] + e[first] / (g + Math.copySign(r, g));
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = last - 1; i >= first; i--) {
      double f = s * e[i];
      double b = c * e[i];
      r = Math.hypot(f, g);
      e[i + 1] = r;
      if (r == 0) {
        d[i + 1] -= p;
        e[last] = 0;
        return;
      }
      s = f / r;
      c = g / r;
      g = d[i + 1] - p;
      r = (d[i] - g) * s + 2 * c * b;
      p = s * r;
      d[i + 1] = g + p;
      g = c * r - b;
    }
    d[first] -= p;
    e[first] = g;
    e[last] = 0;
  }
}
