package ganengine.gan.measure;

/**
 * The Frechet distance between two Gaussians, |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)), which
 * Heusel et al. 2017 (equation 6) take of Inception's features and call FID. Of any other features
 * it is no FID, and values in different feature spaces can't be compared. It is biased upwards by
 * about width^2 / samples: compare at one number of samples only.
 *
 * <p>The trace of the root is the sum of the roots of the eigenvalues of F S2 F', which is
 * symmetric, where S1 = F' F; in double; nothing is added to the diagonals.
 */
public final class FrechetDistance {
  private static final int ROWS_AT_ONCE = 32;

  private FrechetDistance() {}

  /**
   * Between features of two sets of samples.
   *
   * @throws ganengine.gan.UserError if either has fewer than two rows
   */
  public static double between(Features a, Features b) {
    Features.require("the Frechet distance", 2, a, b);
    return between(Gaussian.of(a), Gaussian.of(b));
  }

  /** Between two Gaussians of one width; at least 0. */
  public static double between(Gaussian a, Gaussian b) {
    double sum = 0;
    for (int i = 0; i < a.mean().length; i++) {
      double apart = a.mean()[i] - b.mean()[i];
      sum += apart * apart + a.covariance()[i][i] + b.covariance()[i][i];
    }
    double[][] factor = PivotedCholesky.factor(a.covariance());
    double[][] product = product(product(factor, b.covariance()), transposed(factor));
    for (double value : SymmetricEigenvalues.of(product)) {
      sum -= 2 * Math.sqrt(Math.max(0, value));
    }
    return Math.max(0, sum);
  }

  /** What there is to warn of with so few samples; empty if there are enough. */
  public static String warning(int samples, int width) {
    return samples > width
        ? ""
        : "only %,d samples for %,d features: the covariance is singular, the value means little"
            .formatted(samples, width);
  }

  /** Some rows of b at a time, which stay in the cache while all of a goes by. */
  private static double[][] product(double[][] a, double[][] b) {
    int columns = b.length == 0 ? 0 : b[0].length;
    double[][] product = new double[a.length][columns];
    for (int from = 0; from < b.length; from += ROWS_AT_ONCE) {
      int to = Math.min(b.length, from + ROWS_AT_ONCE);
      for (int i = 0; i < a.length; i++) {
        for (int k = from; k < to; k++) {
          add(a[i][k], b[k], product[i]);
        }
      }
    }
    return product;
  }

  private static void add(double scale, double[] x, double[] to) {
    for (int j = 0; j < x.length; j++) {
      to[j] += scale * x[j];
    }
  }

  private static double[][] transposed(double[][] a) {
    double[][] transposed = new double[a.length == 0 ? 0 : a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        transposed[j][i] = a[i][j];
      }
    }
    return transposed;
  }
}
