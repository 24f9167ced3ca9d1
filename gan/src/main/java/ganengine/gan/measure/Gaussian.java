package ganengine.gan.measure;

/**
 * Mean and covariance of features, in double.
 *
 * @param mean [width]
 * @param covariance [width, width], with n - 1
 */
@SuppressWarnings("ArrayRecordComponent") // Measured, never compared.
public record Gaussian(double[] mean, double[][] covariance) {
  private static final int ROWS_AT_ONCE = 32;

  /** Of these rows, at least two. */
  public static Gaussian of(Features features) {
    int width = features.width();
    double[] mean = new double[width];
    float[] values = features.values();
    for (int i = 0; i < values.length; i++) {
      mean[i % width] += values[i];
    }
    for (int i = 0; i < width; i++) {
      mean[i] /= features.rows();
    }
    double[][] covariance = new double[width][width];
    double[][] centred = new double[Math.min(ROWS_AT_ONCE, features.rows())][width];
    for (int from = 0; from < features.rows(); from += centred.length) {
      int rows = Math.min(centred.length, features.rows() - from);
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < width; i++) {
          centred[row][i] = values[(from + row) * width + i] - mean[i];
        }
      }
      addOuterProducts(centred, rows, covariance);
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] /= features.rows() - 1.0;
        covariance[j][i] = covariance[i][j];
      }
    }
    return new Gaussian(mean, covariance);
  }

  /** To the lower triangle, each row of which is in the cache while all products go to it. */
  private static void addOuterProducts(double[][] centred, int rows, double[][] sum) {
    for (int i = 0; i < sum.length; i++) {
      for (int row = 0; row < rows; row++) {
        double factor = centred[row][i];
        for (int j = 0; j <= i; j++) {
          sum[i][j] += factor * centred[row][j];
        }
      }
    }
  }
}
