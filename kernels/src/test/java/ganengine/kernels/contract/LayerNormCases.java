package ganengine.kernels.contract;

import java.util.stream.Stream;

/** Layer norm and its gradient, on rows that may lie far from 0. */
final class LayerNormCases {
  private static final double EPSILON = 1e-5;

  /** A matrix whose rows have about this mean and deviation 1. */
  private record Size(int rows, int columns, double mean) {
    int count() {
      return rows * columns;
    }

    double spread() {
      return Math.abs(mean) + 5;
    }
  }

  private LayerNormCases() {}

  static Stream<KernelCase> all() {
    return sizes().flatMap(s -> Stream.of(forward(s), gradient(s)));
  }

  private static Stream<Size> sizes() {
    Draws draws = new Draws(16);
    Stream<Size> listed =
        Stream.of(
            new Size(3, 1, 0),
            new Size(1, 5000, 3),
            new Size(400, 129, 0),
            new Size(17, 17_000, -30),
            new Size(3000, 16, 1),
            new Size(40, 1032, 0));
    Stream<Size> drawn =
        Stream.generate(() -> new Size(draws.awkwardSize(), draws.between(2, 70), 0.5)).limit(12);
    return Stream.concat(listed, drawn);
  }

  private static KernelCase forward(Size size) {
    KernelCase.Builder c = KernelCase.of("layer norm", size);
    Draws draws = c.draws();
    // In short rows numbers can be nearly equal.
    double largestFactor = size.columns < 10 ? 1 / Math.sqrt(EPSILON) : 2;
    double error = 1e-6 * size.spread() * largestFactor;
    return c.in(draws.normal(size.count(), size.mean, 1))
        .in(draws.normal(size.columns))
        .in(draws.normal(size.columns))
        .out(size.count(), Tolerance.absolute(3 * error))
        .out(size.rows, Tolerance.absolute(1e-6 * size.spread()))
        .out(size.rows, Tolerance.relative(0.2 * error))
        .calling(
            (device, b) ->
                device
                    .normalisation()
                    .layerNorm(
                        size.rows, size.columns, EPSILON, b[0], b[1], b[2], b[3], b[4], b[5]));
  }

  private static KernelCase gradient(Size size) {
    KernelCase.Builder c = KernelCase.of("layer norm's gradient", size);
    Draws draws = c.draws();
    double error = 1e-6 * size.spread();
    double sumError = error * Math.sqrt(size.rows) * 5;
    return c.in(draws.normal(size.count()))
        .in(draws.normal(size.count(), size.mean, 1))
        .in(draws.normal(size.columns))
        .in(draws.normal(size.rows, size.mean, 0.1))
        .in(draws.uniform(size.rows, 0.5, 1.5))
        .out(size.count(), Tolerance.absolute(error * 10))
        .out(size.columns, Tolerance.absolute(sumError))
        .out(size.columns, Tolerance.absolute(sumError))
        .calling(
            (device, b) ->
                device
                    .normalisation()
                    .layerNormGradient(
                        size.rows, size.columns, b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]));
  }
}
