package ganengine.gan.measure;

/**
 * Eigenvalues and eigenvectors of a real symmetric matrix, in double, by cyclic Jacobi rotations
 * (Golub and Van Loan, Matrix Computations, section 8.5): slower than tridiagonalisation for large
 * matrices, as exact as rounding allows for every eigenvalue.
 *
 * @param values the eigenvalues, in no order
 * @param vectors [n, n]; row i is the eigenvector of value i, of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // Computed with, never compared.
record SymmetricEigen(double[] values, double[][] vectors) {
  /** Off-diagonal elements of this share of the whole are rounding. */
  private static final double NEGLIGIBLE = 1e-15;

  private static final int MOST_SWEEPS = 50;

  /** Of a symmetric matrix [n, n], which is left alone. */
  static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] vectors = new double[n][n];
    double norm = 0;
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      vectors[i][i] = 1;
      for (double value : a[i]) {
        norm = Math.hypot(norm, value);
      }
    }
    int sweeps = 0;
    while (sweep(a, vectors, NEGLIGIBLE * norm)) {
      if (++sweeps > MOST_SWEEPS) {
        throw new IllegalStateException("Jacobi's rotations do not end; the matrix holds NaN");
      }
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = a[i][i];
    }
    return new SymmetricEigen(values, vectors);
  }

  /** Rotates every pair of axes once; whether any needed it. */
  private static boolean sweep(double[][] a, double[][] vectors, double negligible) {
    boolean rotated = false;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        if (!(Math.abs(a[p][q]) <= negligible)) {
          rotate(a, vectors, p, q);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  /** Makes a[p][q] zero: tan of the angle is the smaller root of t^2 + 2 theta t - 1. */
  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    double shift = t * a[p][q];
    double atP = a[p][p] - shift;
    double atQ = a[q][q] + shift;
    turn(a[p], a[q], c, s);
    for (int i = 0; i < a.length; i++) {
      a[i][p] = a[p][i];
      a[i][q] = a[q][i];
    }
    a[p][p] = atP;
    a[q][q] = atQ;
    a[p][q] = 0;
    a[q][p] = 0;
    turn(vectors[p], vectors[q], c, s);
  }

  private static void turn(double[] p, double[] q, double c, double s) {
    for (int i = 0; i < p.length; i++) {
      double atP = p[i];
      p[i] = c * atP - s * q[i];
      q[i] = s * atP + c * q[i];
    }
  }

  /** The symmetric root of a matrix without negative eigenvalues; rounding below 0 counts as 0. */
  double[][] root() {
    int n = values.length;
    double[][] root = new double[n][n];
    for (int k = 0; k < n; k++) {
      double scale = Math.sqrt(Math.max(0, values[k]));
      for (int i = 0; i < n; i++) {
        double factor = scale * vectors[k][i];
        for (int j = 0; j < n; j++) {
          root[i][j] += factor * vectors[k][j];
        }
      }
    }
    return root;
  }
}
