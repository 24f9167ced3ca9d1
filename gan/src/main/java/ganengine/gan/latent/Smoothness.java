package ganengine.gan.latent;

import java.util.List;

/**
 * How evenly a row of points is spaced: a sharp transition is a step much longer than the mean one.
 *
 * @param largest the largest Euclidean distance between two neighbours
 * @param mean the mean one
 * @param ratio largest / mean: 1 for even steps (and where nothing moves at all), at most the
 *     number of steps, for a single jump
 */
public record Smoothness(double largest, double mean, double ratio) {
  /**
   * Of one row.
   *
   * @param points [count, size]
   * @param count at least 2
   */
  public static Smoothness of(float[] points, int count) {
    int size = points.length / count;
    if (count < 2 || size * count != points.length) {
      throw new IllegalArgumentException(
          "%d numbers are not %d points, or no row".formatted(points.length, count));
    }
    double largest = 0;
    double sum = 0;
    for (int i = 1; i < count; i++) {
      double step = distance(points, (i - 1) * size, i * size, size);
      largest = Math.max(largest, step);
      sum += step;
    }
    double mean = sum / (count - 1);
    return new Smoothness(largest, mean, mean == 0 ? 1 : largest / mean);
  }

  /**
   * What several rows have in common.
   *
   * @param mean of their ratios
   * @param worst of their ratios, the largest
   */
  public record Overall(double mean, double worst) {
    /** Of at least one row. */
    public static Overall of(List<Smoothness> rows) {
      return new Overall(
          rows.stream().mapToDouble(Smoothness::ratio).average().orElseThrow(),
          rows.stream().mapToDouble(Smoothness::ratio).max().orElseThrow());
    }
  }

  private static double distance(float[] points, int a, int b, int size) {
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double difference = (double) points[a + i] - points[b + i];
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }
}
