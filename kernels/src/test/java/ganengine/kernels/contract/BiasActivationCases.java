package ganengine.kernels.contract;

import ganengine.kernels.Activation;
import java.util.stream.Stream;

/** Bias and activation, forward and backward, over few and many rows and columns. */
final class BiasActivationCases {
  /** A matrix [rows, columns]. */
  private record Size(int rows, int columns) {
    int count() {
      return rows * columns;
    }
  }

  private BiasActivationCases() {}

  static Stream<KernelCase> all() {
    return sizes()
        .flatMap(s -> Activations.all().flatMap(a -> Stream.of(forward(s, a), gradient(s, a))));
  }

  private static Stream<Size> sizes() {
    Draws draws = new Draws(21);
    Stream<Size> listed =
        Stream.of(
            new Size(3, 1),
            new Size(5000, 16),
            new Size(1568, 64),
            new Size(700, 130),
            new Size(4001, 3),
            new Size(20_000, 1),
            new Size(128, 784),
            new Size(33, 1030));
    Stream<Size> drawn =
        Stream.generate(() -> new Size(draws.between(1, 70), draws.awkwardSize())).limit(15);
    return Stream.concat(listed, drawn);
  }

  /** Rounding the sum, which is up to 10 in size, and the function. */
  private static KernelCase forward(Size size, Activation activation) {
    KernelCase.Builder c = KernelCase.of("bias and activation", size + " " + activation);
    Draws draws = c.draws();
    return c.in(draws.normal(size.count()))
        .in(draws.normal(size.columns))
        .out(size.count(), Tolerance.absolute(1e-6))
        .calling(
            (device, b) ->
                device
                    .fused()
                    .biasActivation(size.rows, size.columns, activation, b[0], b[1], b[2]));
  }

  private static KernelCase gradient(Size size, Activation activation) {
    KernelCase.Builder c = KernelCase.of("bias and activation's gradient", size + " " + activation);
    Draws draws = c.draws();
    // 1 - y * y loses what the first digits of both have in common.
    Tolerance each = Tolerance.relative(1e-5);
    return c.in(draws.normal(size.count()))
        .in(Activations.outputs(activation, draws, size.count()))
        .out(size.count(), each)
        .out(size.columns, Tolerance.sum())
        .calling(
            (device, b) ->
                device
                    .fused()
                    .biasActivationGradient(
                        size.rows, size.columns, activation, b[0], b[1], b[2], b[3]));
  }
}
