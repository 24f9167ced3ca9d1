package ganengine.kernels.contract;

/** How far an element of an output may lie from the reference device's. */
interface Tolerance {
  /**
   * The distance allowed.
   *
   * @param index which element
   * @param expected the reference device's value
   * @param scale what the reference device makes of the absolute values of all inputs: for sums of
   *     products, the sum of their sizes, which rounding errors are proportional to
   */
  double allowed(int index, double expected, double scale);

  /** No distance: data that is moved, not computed. */
  static Tolerance exact() {
    return (index, expected, scale) -> 0;
  }

  /** A fraction of the expected value. */
  static Tolerance relative(double fraction) {
    return (index, expected, scale) -> fraction * Math.abs(expected);
  }

  /** The same distance for all elements. */
  static Tolerance absolute(double distance) {
    return (index, expected, scale) -> distance;
  }

  /**
   * For sums of products of numbers around 0 in float. Over K terms the partial sums grow with the
   * root of K, and roundings of their size (2^-24) add up with another root of K: in proportion to
   * the sum of the terms' sizes, whatever K is. 1e-6 leaves room for tilings and transforms.
   */
  static Tolerance sum() {
    return (index, expected, scale) -> 1e-6 * scale;
  }
}
