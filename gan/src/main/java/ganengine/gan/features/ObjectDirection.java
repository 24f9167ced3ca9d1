package ganengine.gan.features;

/**
 * What a layer's activations have more, on average, where an object is: the difference of two
 * means. A sample shows so much of it: its distance from the mean of those without the object,
 * along this difference, where the mean of those with it lies at 1.
 *
 * @param mean of the samples without the object, [features]
 * @param difference that the object makes, [features]
 */
@SuppressWarnings("ArrayRecordComponent") // Found, never compared.
record ObjectDirection(double[] mean, double[] difference) {
  /** Learnt from samples. */
  static ObjectDirection of(Evidence evidence) {
    int count = evidence.present().length;
    int width = evidence.rows().length / count;
    double[][] means = new double[2][width];
    int[] counted = new int[2];
    for (int i = 0; i < count; i++) {
      int kind = evidence.present()[i] ? 1 : 0;
      counted[kind]++;
      for (int j = 0; j < width; j++) {
        means[kind][j] += evidence.rows()[i * width + j];
      }
    }
    double[] difference = new double[width];
    for (int j = 0; j < width; j++) {
      means[0][j] /= counted[0];
      difference[j] = means[1][j] / counted[1] - means[0][j];
    }
    return new ObjectDirection(means[0], difference);
  }

  /**
   * The activations with less of it; samples that show none stay as they are.
   *
   * @param values [count, features]
   * @param strength times as much is subtracted as a sample shows
   */
  float[] subtracted(float[] values, double strength) {
    int width = mean.length;
    double square = 0;
    for (double one : difference) {
      square += one * one;
    }
    float[] less = values.clone();
    for (int from = 0; from < values.length; from += width) {
      double shown = 0;
      for (int j = 0; j < width; j++) {
        shown += difference[j] * (values[from + j] - mean[j]) / square;
      }
      for (int j = 0; j < width && shown > 0; j++) {
        less[from + j] -= (float) (strength * shown * difference[j]);
      }
    }
    return less;
  }
}
