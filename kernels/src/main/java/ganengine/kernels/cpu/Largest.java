package ganengine.kernels.cpu;

/** The order of maxima: NaN is the largest, and of equals the first one stays. */
final class Largest {
  private Largest() {}

  /** Whether {@code candidate}, met after {@code largest}, takes its place. */
  static boolean beats(float candidate, float largest) {
    return candidate > largest || (Float.isNaN(candidate) && !Float.isNaN(largest));
  }
}
