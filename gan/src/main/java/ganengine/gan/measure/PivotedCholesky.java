package ganengine.gan.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The factor F of a covariance S = F' F, of as many rows as S has rank: Cholesky's decomposition
 * that always goes on with the axis of which most is left (Golub and Van Loan, Matrix Computations,
 * section 4.2.8). What it leaves out is rounding, also where S is singular.
 */
final class PivotedCholesky {
  private PivotedCholesky() {}

  /** [rank, n] of a symmetric matrix [n, n] without negative eigenvalues, which is left alone. */
  static double[][] factor(double[][] matrix) {
    int n = matrix.length;
    double[] left = new double[n];
    for (int i = 0; i < n; i++) {
      left[i] = matrix[i][i];
    }
    double negligible = n * Math.ulp(left[largest(left)]);
    boolean[] done = new boolean[n];
    List<double[]> factor = new ArrayList<>();
    int pivot = largest(left);
    while (factor.size() < n && left[pivot] > negligible) {
      double[] row = matrix[pivot].clone();
      for (double[] earlier : factor) {
        subtract(earlier[pivot], earlier, row);
      }
      double root = Math.sqrt(left[pivot]);
      done[pivot] = true;
      for (int i = 0; i < n; i++) {
        row[i] = done[i] ? 0 : row[i] / root;
        left[i] = done[i] ? 0 : left[i] - row[i] * row[i];
      }
      row[pivot] = root;
      factor.add(row);
      pivot = largest(left);
    }
    return factor.toArray(double[][]::new);
  }

  private static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  private static void subtract(double scale, double[] x, double[] from) {
    for (int i = 0; i < x.length; i++) {
      from[i] -= scale * x[i];
    }
  }
}
