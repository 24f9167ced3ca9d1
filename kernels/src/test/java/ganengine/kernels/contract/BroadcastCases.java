package ganengine.kernels.contract;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Dims;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All functions of two operands, under every way in which two shapes can meet. */
final class BroadcastCases {
  private static final double P = 0.2;

  /** Shapes of a and b, of equal rank. */
  private static final int[][][] MEETINGS = {
    {{5}, {1}},
    {{1}, {33}},
    {{1}, {1}},
    {{7, 17}, {1, 17}},
    {{1, 17}, {7, 17}},
    {{7, 17}, {7, 1}},
    {{31, 1}, {1, 13}},
    {{2, 3, 5, 8}, {1, 1, 1, 8}},
    {{2, 3, 5, 8}, {2, 1, 1, 8}},
    {{2, 3, 5, 8}, {2, 1, 1, 1}},
    {{2, 3, 5, 8}, {1, 3, 5, 1}},
    {{3, 1, 5}, {3, 7, 5}},
    {{3, 1, 5}, {1, 7, 1}},
    {{1, 3, 1, 5}, {2, 1, 4, 1}},
    {{1, 1, 1, 1}, {2, 3, 4, 5}},
    {{600, 64}, {1, 64}},
    {{600, 65}, {600, 1}},
    {{1, 200, 3}, {300, 1, 3}}
  };

  private static final float[] SPECIAL = {
    0f, -0f, Float.NaN, 1e-40f, 1e-30f, -1e-30f, 0.5f, -0.5f, 1f, -1f, 3f, -50f, 100f, -100f, 1e30f
  };

  private BroadcastCases() {}

  static Stream<KernelCase> all() {
    return Stream.of(BinaryFunction.values())
        .flatMap(
            f ->
                Stream.of(
                        Stream.of(MEETINGS).map(m -> meeting(f, m[0], m[1])),
                        IntStream.of(Draws.awkwardSizes())
                            .mapToObj(n -> meeting(f, new int[] {n}, new int[] {n})),
                        Stream.of(
                            meeting(f, new int[] {70_001}, new int[] {70_001}),
                            special(f),
                            inPlace(f, 0),
                            inPlace(f, 1)))
                    .flatMap(s -> s));
  }

  private static KernelCase meeting(BinaryFunction function, int[] shapeA, int[] shapeB) {
    KernelCase.Builder c =
        KernelCase.of("binary " + function, Dims.of(shapeA) + " with " + Dims.of(shapeB));
    Draws draws = c.draws();
    Broadcast broadcast = Broadcast.of(shapeA, shapeB);
    return c.in(draws.normal(Dims.of(shapeA).product()))
        .in(secondOperand(function, draws, Dims.of(shapeB).product()))
        .out(broadcast.outputSize(), tolerance(function))
        .calling(
            (device, b) -> device.pointwise().binary(function, P, broadcast, b[0], b[1], b[2]));
  }

  /** Every special number with every other. */
  private static KernelCase special(BinaryFunction function) {
    int n = SPECIAL.length;
    Broadcast broadcast = Broadcast.of(new int[] {n, 1}, new int[] {1, n});
    float[] second = SPECIAL.clone();
    for (int i = 0; i < n; i++) {
      second[i] = takesOutput(function) && Math.abs(second[i]) > 1 ? 1 : second[i];
    }
    return KernelCase.of("binary " + function, "special numbers")
        .in(SPECIAL.clone())
        .in(second)
        .out(n * n, tolerance(function))
        .calling(
            (device, b) -> device.pointwise().binary(function, P, broadcast, b[0], b[1], b[2]));
  }

  /** The output is one of the operands. */
  private static KernelCase inPlace(BinaryFunction function, int output) {
    int n = 1001;
    KernelCase.Builder c = KernelCase.of("binary " + function, "in place of operand " + output);
    Draws draws = c.draws();
    Tolerance none = Tolerance.exact();
    return c.inOut(draws.normal(n), output == 0 ? tolerance(function) : none)
        .inOut(secondOperand(function, draws, n), output == 1 ? tolerance(function) : none)
        .calling(
            (device, b) ->
                device.pointwise().binary(function, P, Broadcast.same(n), b[0], b[1], b[output]));
  }

  /** Whether b is what tanh or sigmoid gave, and so lies in [-1, 1]. */
  private static boolean takesOutput(BinaryFunction function) {
    return function == BinaryFunction.TANH_GRADIENT || function == BinaryFunction.SIGMOID_GRADIENT;
  }

  private static float[] secondOperand(BinaryFunction function, Draws draws, int count) {
    return takesOutput(function) ? draws.uniform(count, -0.99, 0.99) : draws.normal(count);
  }

  /** One rounding, or a few; 1 - y^2 loses what the first digits of both have in common. */
  private static Tolerance tolerance(BinaryFunction function) {
    return switch (function) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MAXIMUM, LEAKY_RELU_GRADIENT ->
          Tolerance.relative(2e-7);
      case SIGMOID_GRADIENT, SOFTPLUS_GRADIENT -> Tolerance.relative(1e-6);
      case TANH_GRADIENT -> Tolerance.relative(1e-5);
    };
  }
}
