package ganengine.kernels.contract;

import ganengine.kernels.UnaryFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fill and all functions of one operand, over the whole range of float. */
final class PointwiseCases {
  private static final double P = 0.2;
  private static final double Q = 1.5;

  /** Large, tiny and special numbers; exp overflows float between 88 and 89. */
  private static final float[] SPECIAL = {
    0f,
    -0f,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    1e-40f,
    -1e-40f,
    1e-30f,
    -1e-30f,
    1e-10f,
    -1e-10f,
    1e-6f,
    -1e-6f,
    1e-3f,
    -1e-3f,
    0.2f,
    0.5f,
    -0.5f,
    0.625f,
    -0.625f,
    Math.nextDown(1f),
    1f,
    -1f,
    Math.nextUp(1f),
    1.5f,
    3f,
    -3f,
    8f,
    -8f,
    9.5f,
    -9.5f,
    17f,
    -17f,
    20f,
    -20f,
    50f,
    -50f,
    80f,
    -80f,
    -87f,
    88f,
    -88f,
    89f,
    -89f,
    100f,
    -100f,
    1000f,
    -1000f,
    0x1p60f,
    -0x1p60f,
    0x1p126f,
    -0x1p126f
  };

  private PointwiseCases() {}

  static Stream<KernelCase> all() {
    Stream<KernelCase> unary =
        Stream.of(UnaryFunction.values())
            .flatMap(
                f ->
                    Stream.of(
                            IntStream.of(Draws.awkwardSizes()).mapToObj(n -> unary(f, n)),
                            Stream.of(
                                unary(f, 70_001), special(f), sweep(f), magnitudes(f), inPlace(f)))
                        .flatMap(s -> s));
    return Stream.concat(unary, IntStream.of(1, 2, 31, 100_003).mapToObj(PointwiseCases::fill));
  }

  private static KernelCase fill(int count) {
    return KernelCase.of("fill", count)
        .out(count, Tolerance.exact())
        .calling((device, b) -> device.pointwise().fill(-2.5, b[0]));
  }

  private static KernelCase unary(UnaryFunction function, int count) {
    KernelCase.Builder c = KernelCase.of("unary " + function, count);
    return into(c, function, c.draws().normal(count, 0, 4));
  }

  private static KernelCase special(UnaryFunction function) {
    return into(KernelCase.of("unary " + function, "special numbers"), function, SPECIAL.clone());
  }

  /** Where exp, tanh and their kin change, and beyond. */
  private static KernelCase sweep(UnaryFunction function) {
    KernelCase.Builder c = KernelCase.of("unary " + function, "numbers in [-100, 100]");
    return into(c, function, c.draws().uniform(20_001, -100, 100));
  }

  /** All sizes that float has, and many numbers near 1. */
  private static KernelCase magnitudes(UnaryFunction function) {
    KernelCase.Builder c = KernelCase.of("unary " + function, "numbers of all magnitudes");
    float[] x = c.draws().uniform(20_001, -126, 126);
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) ((i % 2 == 0 ? 1 : -1) * Math.pow(2, i % 3 == 0 ? x[i] / 126 : x[i]));
    }
    return into(c, function, x);
  }

  private static KernelCase into(KernelCase.Builder c, UnaryFunction function, float[] numbers) {
    float[] x = withinDomain(function, numbers);
    return c.in(x)
        .out(x.length, tolerance(function, x))
        .calling((device, b) -> device.pointwise().unary(function, P, Q, b[0], b[1]));
  }

  private static KernelCase inPlace(UnaryFunction function) {
    KernelCase.Builder c = KernelCase.of("unary " + function, "in place");
    float[] x = withinDomain(function, c.draws().normal(1001));
    return c.inOut(x, tolerance(function, x))
        .calling((device, b) -> device.pointwise().unary(function, P, Q, b[0], b[0]));
  }

  private static float[] withinDomain(UnaryFunction function, float[] x) {
    boolean positive = function == UnaryFunction.SQRT || function == UnaryFunction.LOG;
    for (int i = 0; i < x.length; i++) {
      if (positive && x[i] <= 0) {
        x[i] = -x[i] + Float.MIN_NORMAL;
      }
    }
    return x;
  }

  /**
   * Functions that round once are off by 2^-24; the others are held to a few of those, as parts of
   * the result, so that tails count as well.
   */
  private static Tolerance tolerance(UnaryFunction function, float[] x) {
    return switch (function) {
      case NEGATE, ABS, SIGN, WITHIN -> Tolerance.exact();
      case AFFINE -> (index, expected, scale) -> 2e-7 * (P * Math.abs(x[index]) + Q);
      case SQUARE, SQRT, RECIPROCAL, LEAKY_RELU, CLAMP, BELOW -> Tolerance.relative(2e-7);
      case LOG -> (index, expected, scale) -> 5e-7 * Math.abs(expected) + 1e-9;
      case EXP, TANH, SIGMOID, SOFTPLUS -> Tolerance.relative(1e-6);
    };
  }
}
