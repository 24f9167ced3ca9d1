package ganengine.gan.reproduce;

import java.util.List;
import java.util.Locale;

/**
 * The mean of a few trials.
 *
 * @param count how many
 * @param mean of them
 * @param error the mean's standard error: the standard deviation (with n - 1) over the root of n;
 *     not a number of one trial
 */
record Average(int count, double mean, double error) {
  /** Of those that are finite; a mean that is no number if none is. */
  static Average of(List<Double> all) {
    double[] values = all.stream().mapToDouble(v -> v).filter(Double::isFinite).toArray();
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    int n = values.length;
    return new Average(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n));
  }

  /** {@code 7.90 ± 0.10}, {@code 7.90} of one, {@code –} of none. */
  String text(int decimals) {
    return text(mean, error, decimals);
  }

  static String text(double mean, double error, int decimals) {
    if (!Double.isFinite(mean)) {
      return "–";
    }
    String number = "%." + decimals + "f";
    return Double.isFinite(error)
        ? String.format(Locale.ROOT, number + " ± " + number, mean, error)
        : String.format(Locale.ROOT, number, mean);
  }
}
