package ganengine.kernels.contract;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fused losses with their gradients, on logits whose exponentials overflow as well. */
final class LossCases {
  /** Rows of logits with this mean and deviation. */
  private record Size(int rows, int columns, double mean, double deviation) {}

  private LossCases() {}

  static Stream<KernelCase> all() {
    Draws draws = new Draws(22);
    Stream<Size> sizes =
        Stream.concat(
            Stream.of(
                new Size(3, 1, 0, 1),
                new Size(1000, 10, 0, 1),
                new Size(1, 10_007, 0, 3),
                new Size(7, 33, 1000, 1),
                new Size(7, 33, -1000, 1),
                new Size(5, 17, 0, 100)),
            IntStream.range(0, 12)
                .mapToObj(i -> new Size(draws.awkwardSize(), draws.awkwardSize(), 0, 2)));
    return Stream.concat(
        sizes.map(LossCases::crossEntropy),
        IntStream.concat(IntStream.of(Draws.awkwardSizes()), IntStream.of(128, 100_003))
            .boxed()
            .flatMap(
                n ->
                    Stream.of(
                        binaryCrossEntropy(n, 0, 2),
                        binaryCrossEntropy(n, 1, 2),
                        binaryCrossEntropy(n, 0.9, 2),
                        binaryCrossEntropy(n, 1, 30),
                        binaryCrossEntropy(n, 0, 300))));
  }

  /** A gradient is held to a fraction of its two terms, which for targets 0 and 1 is its own. */
  private static KernelCase binaryCrossEntropy(int n, double target, double deviation) {
    KernelCase.Builder c =
        KernelCase.of(
            "binary cross entropy",
            "[n=%d, target=%s, deviation=%s]".formatted(n, target, deviation));
    float[] logits = c.draws().normal(n, 0, deviation);
    return c.in(logits)
        .out(1, Tolerance.relative(2e-6))
        .out(
            n,
            (index, expected, scale) -> {
              double e = Math.exp(-Math.abs(logits[index]));
              double constant = logits[index] > 0 ? 1 - target : target;
              return 2e-6 * (constant + e / (1 + e)) / n;
            })
        .calling((device, b) -> device.fused().binaryCrossEntropy(n, target, b[0], b[1], b[2]));
  }

  /** Targets of a row add up to 1 or so; its logits are rounded by 2^-24 of their distances. */
  private static KernelCase crossEntropy(Size size) {
    KernelCase.Builder c = KernelCase.of("cross entropy", size);
    Draws draws = c.draws();
    return c.in(draws.normal(size.rows * size.columns, size.mean, size.deviation))
        .in(draws.uniform(size.rows * size.columns, 0, 2.0 / size.columns))
        .out(1, (index, expected, scale) -> 2e-6 * (1 + expected))
        .out(size.rows * size.columns, Tolerance.absolute(4e-6 / size.rows))
        .calling(
            (device, b) ->
                device.fused().crossEntropy(size.rows, size.columns, b[0], b[1], b[2], b[3]));
  }
}
