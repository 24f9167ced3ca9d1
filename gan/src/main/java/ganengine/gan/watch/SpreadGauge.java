package ganengine.gan.watch;

/** Measures how different samples are against a few real ones. */
public final class SpreadGauge {
  /**
   * Pairs at less than this share of the real mean distance count as near-identical. Among 64 of
   * MNIST's digits the two nearest are at 0.3 of it (two ones), so no pair of real digits counts.
   */
  static final double NEAR = 0.1;

  private final double realDistance;
  private final Spread real;

  /**
   * The measure of these samples.
   *
   * @param samples real samples one after the other, [count, ...]
   * @param count how many, at least 2
   */
  public SpreadGauge(float[] samples, int count) {
    realDistance = mean(distances(samples, count));
    real = measure(samples, count);
  }

  /**
   * What the real samples themselves measure: distance 1, and how many pairs are alike by nature.
   */
  public Spread real() {
    return real;
  }

  /** Measures [count, ...], as many numbers a sample as the real ones have. */
  public Spread measure(float[] samples, int count) {
    double[] distances = distances(samples, count);
    int near = 0;
    for (double distance : distances) {
      if (distance < NEAR * realDistance) {
        near++;
      }
    }
    return new Spread(mean(distances) / realDistance, (double) near / distances.length);
  }

  /** Of all pairs, in no order that matters. */
  private static double[] distances(float[] samples, int count) {
    int size = samples.length / count;
    double[] distances = new double[count * (count - 1) / 2];
    int pair = 0;
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < a; b++) {
        distances[pair++] = distance(samples, a * size, b * size, size);
      }
    }
    return distances;
  }

  private static double distance(float[] samples, int a, int b, int size) {
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double difference = samples[a + i] - samples[b + i];
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
