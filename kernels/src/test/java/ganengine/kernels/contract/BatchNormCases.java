package ganengine.kernels.contract;

import ganengine.kernels.Activation;
import java.util.stream.Stream;

/**
 * Batch norm: training, its gradient, each with every activation, running statistics, inference.
 * Numbers may lie far from 0 compared with their deviation, where a variance taken as E[x^2] -
 * E[x]^2 in float breaks down.
 */
final class BatchNormCases {
  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  /** A matrix whose columns have about this mean and deviation 1. */
  private record Size(int rows, int columns, double mean) {
    int count() {
      return rows * columns;
    }

    /** Sizes of the numbers in units of their deviation: rounding x costs 2^-24 of it. */
    double spread() {
      return Math.abs(mean) + 5;
    }
  }

  private BatchNormCases() {}

  static Stream<KernelCase> all() {
    Stream<KernelCase> apart =
        Stream.of(new Size(512, 64, 0), new Size(2000, 5, 0)).map(BatchNormCases::firstRowsApart);
    return Stream.concat(
        apart,
        sizes()
            .flatMap(
                s ->
                    Stream.concat(
                        Activations.all().flatMap(a -> Stream.of(training(s, a), gradient(s, a))),
                        Stream.of(updateRunning(s), inference(s)))));
  }

  private static Stream<Size> sizes() {
    Draws draws = new Draws(15);
    Stream<Size> listed =
        Stream.of(
            new Size(1, 3, 0),
            new Size(2, 1, 0),
            new Size(5000, 16, 0),
            new Size(1568, 64, 3),
            new Size(700, 130, 0),
            new Size(4001, 3, -30),
            new Size(20_000, 1, 100),
            new Size(6272, 2, 0),
            new Size(1000, 4, 3),
            new Size(2001, 6, -1),
            new Size(5000, 8, 0),
            new Size(128, 512, 0),
            new Size(1000, 24, -30),
            new Size(33, 1030, 0),
            new Size(50, 2056, 1));
    Stream<Size> drawn =
        Stream.generate(() -> new Size(draws.between(2, 70), draws.awkwardSize(), 0.5)).limit(15);
    return Stream.concat(listed, drawn);
  }

  private static KernelCase training(Size size, Activation activation) {
    KernelCase.Builder c = KernelCase.of("batch norm", size + " " + activation);
    Draws draws = c.draws();
    // Few numbers can be nearly equal; then this is how large invStd gets.
    double largestFactor = size.rows < 10 ? 1 / Math.sqrt(EPSILON) : 2;
    double error = 1e-6 * size.spread() * largestFactor;
    float[] x = draws.normal(size.count(), size.mean, 1);
    return training(size, activation, c, draws, x, error);
  }

  /** One row in 8, the first ones, holds nearly all the deviation: the mean is not near them. */
  private static KernelCase firstRowsApart(Size size) {
    KernelCase.Builder c = KernelCase.of("batch norm", size + ", first rows apart");
    Draws draws = c.draws();
    float[] x = draws.normal(size.count(), 0, 0.1);
    for (int i = 0; i < size.rows / 8 * size.columns; i++) {
      x[i] += 3;
    }
    return training(size, Activation.NONE, c, draws, x, 2e-6 * size.spread());
  }

  private static KernelCase training(
      Size size,
      Activation activation,
      KernelCase.Builder c,
      Draws draws,
      float[] x,
      double error) {
    return c.in(x)
        .in(draws.normal(size.columns))
        .in(draws.normal(size.columns))
        .out(size.count(), Tolerance.absolute(3 * error))
        .out(size.columns, Tolerance.absolute(1e-6 * size.spread()))
        .out(size.columns, Tolerance.relative(0.2 * error))
        .calling(
            (device, b) ->
                device
                    .normalisation()
                    .batchNorm(
                        size.rows,
                        size.columns,
                        EPSILON,
                        activation,
                        b[0],
                        b[1],
                        b[2],
                        b[3],
                        b[4],
                        b[5]));
  }

  private static KernelCase gradient(Size size, Activation activation) {
    KernelCase.Builder c = KernelCase.of("batch norm's gradient", size + " " + activation);
    Draws draws = c.draws();
    double error = 1e-6 * size.spread();
    double sumError = error * Math.sqrt(size.rows) * 5;
    return c.in(draws.normal(size.count()))
        .in(draws.normal(size.count(), size.mean, 1))
        .in(Activations.outputs(activation, draws, size.count()))
        .in(draws.normal(size.columns))
        .in(draws.normal(size.columns, size.mean, 0.1))
        .in(draws.uniform(size.columns, 0.5, 1.5))
        .out(size.count(), Tolerance.absolute(error * 10))
        .out(size.columns, Tolerance.absolute(sumError))
        .out(size.columns, Tolerance.absolute(sumError))
        .calling(
            (device, b) ->
                device
                    .normalisation()
                    .batchNormGradient(
                        size.rows,
                        size.columns,
                        activation,
                        b[0],
                        b[1],
                        b[2],
                        b[3],
                        b[4],
                        b[5],
                        b[6],
                        b[7],
                        b[8]));
  }

  private static KernelCase updateRunning(Size size) {
    KernelCase.Builder c = KernelCase.of("running statistics", size);
    Draws draws = c.draws();
    return c.in(draws.normal(size.columns, size.mean, 1))
        .in(draws.uniform(size.columns, 0.1, 10))
        .inOut(draws.normal(size.columns), Tolerance.absolute(1e-6 * size.spread()))
        .inOut(draws.uniform(size.columns, 0.1, 10), Tolerance.relative(2e-6))
        .calling(
            (device, b) ->
                device
                    .normalisation()
                    .updateRunning(size.rows, MOMENTUM, EPSILON, b[0], b[1], b[2], b[3]));
  }

  private static KernelCase inference(Size size) {
    KernelCase.Builder c = KernelCase.of("batch norm's inference", size);
    Draws draws = c.draws();
    return c.in(draws.normal(size.count(), size.mean, 1))
        .in(draws.normal(size.columns))
        .in(draws.normal(size.columns))
        .in(draws.normal(size.columns, size.mean, 0.3))
        .in(draws.uniform(size.columns, 0.5, 2))
        .out(size.count(), Tolerance.absolute(3e-6 * size.spread()))
        .calling(
            (device, b) ->
                device
                    .normalisation()
                    .batchNormInference(
                        size.rows, size.columns, EPSILON, b[0], b[1], b[2], b[3], b[4], b[5]));
  }
}
