package ganengine.gan.measure;

/**
 * The Frechet distance between two Gaussians, |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)), which
 * Heusel et al. 2017 (equation 6) take of Inception's features and call FID. Of any other features
 * it is no FID, and values in different feature spaces can't be compared. It is biased upwards by
 * about width^2 / samples: compare at one number of samples only.
 *
 * <p>The trace of the root is the sum of the roots of the eigenvalues of S1^(1/2) S2 S1^(1/2),
 * which is symmetric, in double; nothing is added to the diagonals.
 */
public final class FrechetDistance {
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
    double[][] root = SymmetricEigen.of(a.covariance()).root();
    double[][] product = product(product(root, b.covariance()), root);
    for (double value : SymmetricEigen.of(symmetric(product)).values()) {
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

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = a[i][k];
        for (int j = 0; j < n; j++) {
          product[i][j] += factor * b[k][j];
        }
      }
    }
    return product;
  }

  private static double[][] symmetric(double[][] a) {
    int n = a.length;
    double[][] symmetric = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        symmetric[i][j] = (a[i][j] + a[j][i]) / 2;
      }
    }
    return symmetric;
  }
}
