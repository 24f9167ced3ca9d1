package ganengine.engine.nn;

import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;

/** Where a layer's first weights come from. */
@FunctionalInterface
public interface Initialiser {
  /**
   * The first values of a weight, in the innermost scope.
   *
   * @param fanIn how many inputs one output is computed from
   * @param fanOut how many outputs one input takes part in
   */
  Tensor values(Shape shape, int fanIn, int fanOut, RandomSource random);

  /** All 0. */
  static Initialiser zeros() {
    return constant(0);
  }

  /** All the same. */
  static Initialiser constant(double value) {
    return (shape, fanIn, fanOut, random) -> Tensor.full(shape, value);
  }

  /** Normal with this mean and standard deviation. */
  static Initialiser normal(double mean, double deviation) {
    return (shape, fanIn, fanOut, random) -> random.normal(shape, mean, deviation);
  }

  /** DCGAN's weights: normal, mean 0, deviation 0.02 (Radford et al. 2016, section 4). */
  static Initialiser dcgan() {
    return normal(0, 0.02);
  }

  /**
   * DCGAN's batch-norm scales: normal, mean 1, deviation 0.02 (the authors' published code; the
   * paper speaks of weights only).
   */
  static Initialiser dcganScale() {
    return normal(1, 0.02);
  }

  /**
   * Uniform with mean 0 and variance 2 / ((1 + slope^2) * fanIn), which keeps activations' size
   * through leaky ReLUs (He et al. 2015, equation 15).
   *
   * @param slope of the leaky ReLU that follows; 0 for ReLU, 1 for none
   */
  static Initialiser kaimingUniform(double slope) {
    return (shape, fanIn, fanOut, random) ->
        symmetric(shape, 2 / ((1 + slope * slope) * fanIn), random);
  }

  /** As {@link #kaimingUniform}, but normal. */
  static Initialiser kaimingNormal(double slope) {
    return (shape, fanIn, fanOut, random) ->
        random.normal(shape, 0, Math.sqrt(2 / ((1 + slope * slope) * fanIn)));
  }

  /**
   * Uniform with mean 0 and variance 2 / (fanIn + fanOut), a compromise between keeping
   * activations' and gradients' size (Glorot and Bengio 2010, equation 16).
   */
  static Initialiser xavierUniform() {
    return (shape, fanIn, fanOut, random) -> symmetric(shape, 2.0 / (fanIn + fanOut), random);
  }

  /** As {@link #xavierUniform}, but normal (equation 12). */
  static Initialiser xavierNormal() {
    return (shape, fanIn, fanOut, random) ->
        random.normal(shape, 0, Math.sqrt(2.0 / (fanIn + fanOut)));
  }

  /** Uniform in [-a, a) has variance a^2 / 3. */
  private static Tensor symmetric(Shape shape, double variance, RandomSource random) {
    double limit = Math.sqrt(3 * variance);
    return random.uniform(shape, -limit, limit);
  }
}
