package ganengine.kernels.contract;

import ganengine.kernels.Buffer;
import ganengine.kernels.OptimiserKernels;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parameter updates of networks of one, two and several parameters. Operands: the learning rate,
 * for Adam 1 - beta2 and the step, then one run of buffers (gradients, parameters, states) after
 * another.
 */
final class OptimiserCases {
  private static final float RATE = 0.01f;

  /** The lengths of a network's parameters. */
  private static final int[][] NETWORKS = {
    {1}, {7}, {64, 1}, {100_003, 16, 3}, {17, 31, 33, 13, 5, 2, 1, 4096}, manyParameters()
  };

  private OptimiserCases() {}

  /** More than any device would take into one launch. */
  private static int[] manyParameters() {
    return IntStream.rangeClosed(1, 200).toArray();
  }

  static Stream<KernelCase> all() {
    return Stream.of(NETWORKS)
        .flatMap(
            n ->
                Stream.of(
                    adam(n, 1, 0.999, new OptimiserKernels.Adam(0.5, 1e-8, 0)),
                    adam(n, 1000, 0.999, new OptimiserKernels.Adam(0.9, 1e-8, 0.1)),
                    adam(n, 10_000_000, 0.9, new OptimiserKernels.Adam(0, 1e-3, 0)),
                    rmsProp(n),
                    sgd(n, 0),
                    sgd(n, 0.9),
                    clipValues(n),
                    clipNorm(n, 0.5),
                    clipNorm(n, 1e9),
                    movingAverage(n)));
  }

  /** States are such that no update is larger than a few learning rates. */
  private static KernelCase adam(
      int[] network, long step, double beta2, OptimiserKernels.Adam constants) {
    KernelCase.Builder c =
        KernelCase.of(
            "adam", "%s step %d beta2 %s %s".formatted(name(network), step, beta2, constants));
    Draws draws = c.draws();
    float[][] gradients = numbers(draws, network);
    float[][] first = numbers(draws, network);
    float[][] second = numbers(draws, network);
    for (int i = 0; i < network.length; i++) {
      withDormantElements(gradients[i], first[i]);
      for (int j = 0; j < network[i]; j++) {
        second[i][j] = first[i][j] * first[i][j] + Math.abs(second[i][j]) + 0.01f;
      }
    }
    inputs(c.in(RATE).in((float) (1 - beta2)).in(step), gradients);
    inOuts(c, numbers(draws, network), parameterTolerance());
    inOuts(c, first, (index, expected, scale) -> 1e-6 * scale);
    inOuts(c, second, Tolerance.relative(2e-6));
    int n = network.length;
    return c.calling(
        (device, b) ->
            device
                .optimiser()
                .adam(
                    constants,
                    b[0],
                    b[1],
                    b[2],
                    run(b, 3, 0, n),
                    run(b, 3, 1, n),
                    run(b, 3, 2, n),
                    run(b, 3, 3, n)));
  }

  /** Some first moments decay below the 1e-30 at which they become 0. */
  private static void withDormantElements(float[] gradients, float[] firstMoments) {
    for (int i = 1; i < gradients.length; i += 5) {
      gradients[i] = 0;
      firstMoments[i] = i % 2 == 0 ? 5e-31f : -1e-30f;
    }
  }

  private static KernelCase rmsProp(int[] network) {
    KernelCase.Builder c = KernelCase.of("rmsProp", name(network));
    Draws draws = c.draws();
    float[][] squares = numbers(draws, network);
    for (float[] square : squares) {
      for (int i = 0; i < square.length; i++) {
        square[i] *= square[i];
      }
    }
    inputs(c.in(RATE), numbers(draws, network));
    inOuts(c, numbers(draws, network), parameterTolerance());
    inOuts(c, squares, Tolerance.relative(2e-6));
    int n = network.length;
    return c.calling(
        (device, b) ->
            device
                .optimiser()
                .rmsProp(0.9, 1e-8, b[0], run(b, 1, 0, n), run(b, 1, 1, n), run(b, 1, 2, n)));
  }

  private static KernelCase sgd(int[] network, double momentum) {
    KernelCase.Builder c = KernelCase.of("sgd", name(network) + " momentum " + momentum);
    Draws draws = c.draws();
    inputs(c.in(RATE), numbers(draws, network));
    inOuts(c, numbers(draws, network), parameterTolerance());
    inOuts(c, numbers(draws, network), (index, expected, scale) -> 1e-6 * scale);
    int n = network.length;
    return c.calling(
        (device, b) ->
            device
                .optimiser()
                .sgd(momentum, b[0], run(b, 1, 0, n), run(b, 1, 1, n), run(b, 1, 2, n)));
  }

  private static KernelCase clipValues(int[] network) {
    KernelCase.Builder c = KernelCase.of("clipValues", name(network));
    float[][] values = numbers(c.draws(), network);
    values[0][0] = Float.NaN;
    inOuts(c, values, Tolerance.relative(1e-7));
    return c.calling((device, b) -> device.optimiser().clipValues(0.01, b));
  }

  private static KernelCase clipNorm(int[] network, double limit) {
    KernelCase.Builder c = KernelCase.of("clipNorm", name(network) + " limit " + limit);
    inOuts(
        c.out(1, Tolerance.relative(3e-6)), numbers(c.draws(), network), Tolerance.relative(3e-6));
    int n = network.length;
    return c.calling((device, b) -> device.optimiser().clipNorm(limit, run(b, 1, 0, n), b[0]));
  }

  private static KernelCase movingAverage(int[] network) {
    KernelCase.Builder c = KernelCase.of("movingAverage", name(network));
    Draws draws = c.draws();
    inputs(c, numbers(draws, network));
    inOuts(c, numbers(draws, network), (index, expected, scale) -> 1e-6 * scale);
    int n = network.length;
    return c.calling(
        (device, b) -> device.optimiser().movingAverage(0.999, run(b, 0, 0, n), run(b, 0, 1, n)));
  }

  /** A parameter's own rounding, and that of an update of a few learning rates. */
  private static Tolerance parameterTolerance() {
    return (index, expected, scale) -> 5e-7 * Math.abs(expected) + 1e-5 * RATE;
  }

  private static String name(int[] network) {
    return network.length < 10 ? Arrays.toString(network) : network.length + " parameters";
  }

  private static float[][] numbers(Draws draws, int[] network) {
    return Arrays.stream(network).mapToObj(draws::normal).toArray(float[][]::new);
  }

  private static void inputs(KernelCase.Builder c, float[][] values) {
    inOuts(c, values, Tolerance.exact());
  }

  private static void inOuts(KernelCase.Builder c, float[][] values, Tolerance tolerance) {
    for (float[] each : values) {
      c.inOut(each, tolerance);
    }
  }

  /** The {@code number}-th run of {@code n} buffers, the first starting at {@code from}. */
  private static Buffer[] run(Buffer[] operands, int from, int number, int n) {
    return Arrays.copyOfRange(operands, from + number * n, from + (number + 1) * n);
  }
}
