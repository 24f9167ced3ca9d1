package ganengine.gan.project;

import java.util.Arrays;

/** Where the middle of numbers is, and their ends. */
final class Quantile {
  private Quantile() {}

  /** Of at least one; the mean of both in the middle where they are evenly many. */
  static double median(double[] values) {
    return of(values, 0.5);
  }

  /** The value below which this share lies, interpolated; NaN counts as the largest. */
  static double of(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
