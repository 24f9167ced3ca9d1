package ganengine.gan.measure;

/**
 * Mean and covariance of features, in double.
 *
 * @param mean [width]
 * @param covariance [width, width], with n - 1
 */
@SuppressWarnings("ArrayRecordComponent") // Measured, never compared.
public record Gaussian(double[] mean, double[][] covariance) {
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
    double[] centred = new double[width];
    for (int row = 0; row < features.rows(); row++) {
      for (int i = 0; i < width; i++) {
        centred[i] = values[row * width + i] - mean[i];
      }
      addOuterProduct(centred, covariance);
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] /= features.rows() - 1.0;
        covariance[j][i] = covariance[i][j];
      }
    }
    return new Gaussian(mean, covariance);
  }

  /** To the lower triangle. */
  private static void addOuterProduct(double[] x, double[][] sum) {
    for (int i = 0; i < x.length; i++) {
      double[] row = sum[i];
      double factor = x[i];
      for (int j = 0; j <= i; j++) {
        row[j] += factor * x[j];
      }
    }
  }
}
