package ganengine.gan.measure;

/**
 * A mean and how far single values stray from it.
 *
 * @param mean of the values
 * @param deviation their standard deviation, with n - 1; 0 for a single value
 */
public record Estimate(double mean, double deviation) {
  /** Of these values, at least one. */
  public static Estimate of(double... values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Estimate(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
  }
}
