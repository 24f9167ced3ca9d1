package ganengine.gan.evaluate;

import ganengine.gan.measure.Estimate;

/**
 * A measured value before it is known how long it took.
 *
 * @param name what was measured
 * @param value NaN where there is none
 * @param deviation NaN where there is none
 * @param real NaN where there is none
 * @param note empty if there is nothing to know
 */
record Value(String name, double value, double deviation, double real, String note) {
  static Value of(String name, double value, double real) {
    return new Value(name, value, Double.NaN, real, "");
  }

  static Value of(String name, Estimate value, Estimate real) {
    return new Value(name, value.mean(), value.deviation(), real.mean(), "");
  }

  Value with(String words) {
    return new Value(name, value, deviation, real, words);
  }

  Measured on(int samples, Double seconds) {
    return new Measured(
        name, given(value), given(deviation), given(real), samples, seconds, given(note));
  }

  private static Double given(double number) {
    return Double.isNaN(number) ? null : number;
  }

  private static String given(String words) {
    return words.isEmpty() ? null : words;
  }
}
