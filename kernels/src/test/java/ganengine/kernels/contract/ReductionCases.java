package ganengine.kernels.contract;

import ganengine.kernels.Reduction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sums and maxima of whole tensors, rows, channels, and middle axes. */
final class ReductionCases {
  private ReductionCases() {}

  static Stream<KernelCase> all() {
    return sizes().flatMap(s -> Stream.of(sum(s), max(s)));
  }

  private static Stream<Reduction> sizes() {
    Draws draws = new Draws(14);
    return Stream.of(
            IntStream.of(Draws.awkwardSizes()).mapToObj(n -> new Reduction(1, n, 1)),
            Stream.of(
                new Reduction(1, 100_003, 1),
                new Reduction(1, 3000, 64),
                new Reduction(1, 5001, 3),
                new Reduction(4000, 10, 1),
                new Reduction(3, 5000, 1),
                new Reduction(128, 16, 33),
                new Reduction(2000, 1, 7)),
            IntStream.range(0, 20)
                .mapToObj(
                    i ->
                        new Reduction(
                            draws.awkwardSize(), draws.awkwardSize(), draws.awkwardSize())))
        .flatMap(s -> s);
  }

  private static KernelCase sum(Reduction size) {
    KernelCase.Builder c = KernelCase.of("sum", size);
    return c.in(c.draws().normal(size.outer() * size.reduced() * size.inner()))
        .out(size.outer() * size.inner(), Tolerance.sum())
        .calling((device, b) -> device.reduction().sum(size, b[0], b[1]));
  }

  private static KernelCase max(Reduction size) {
    KernelCase.Builder c = KernelCase.of("max", size);
    Draws draws = c.draws();
    float[] x = draws.withTies(size.outer() * size.reduced() * size.inner());
    x[draws.between(0, x.length - 1)] = Float.NEGATIVE_INFINITY;
    x[draws.between(0, x.length - 1)] = Float.NaN;
    x[draws.between(0, x.length - 1)] = Float.NaN;
    return c.in(x)
        .out(size.outer() * size.inner(), Tolerance.exact())
        .outIntegers(size.outer() * size.inner())
        .calling((device, b) -> device.reduction().max(size, b[0], b[1], b[2]));
  }
}
