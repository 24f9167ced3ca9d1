package ganengine.kernels.reference;

/** The order in which maxima are sought: NaN is the largest, and of equals the first one stays. */
final class Largest {
  private Largest() {}

  /** Whether {@code candidate}, met after {@code largest}, takes its place. */
  static boolean beats(double candidate, double largest) {
    return candidate > largest || (Double.isNaN(candidate) && !Double.isNaN(largest));
  }
}
