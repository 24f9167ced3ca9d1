package ganengine.kernels.contract;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Softmax and its logarithm, on numbers whose exponentials overflow as well. */
final class SoftmaxCases {
  /** A matrix of numbers with this mean and deviation. */
  private record Size(int rows, int columns, double mean, double deviation) {}

  private SoftmaxCases() {}

  static Stream<KernelCase> all() {
    return sizes().flatMap(s -> Stream.of(softmax(s), logSoftmax(s)));
  }

  private static Stream<Size> sizes() {
    Draws draws = new Draws(17);
    return Stream.concat(
        Stream.of(
            new Size(3, 1, 0, 1),
            new Size(1000, 10, 0, 1),
            new Size(1, 10_007, 0, 3),
            new Size(7, 33, 1000, 1),
            new Size(7, 33, -1000, 1),
            new Size(5, 17, 0, 100),
            new Size(5, 17, 0, 1e30)),
        IntStream.range(0, 12)
            .mapToObj(i -> new Size(draws.awkwardSize(), draws.awkwardSize(), 0, 2)));
  }

  /** An exponent is rounded by 2^-24 of its size, and so many parts of it is the power off. */
  private static KernelCase softmax(Size size) {
    KernelCase.Builder c = KernelCase.of("softmax", size);
    return c.in(numbers(c, size))
        .out(
            size.rows * size.columns,
            (index, expected, scale) -> 1e-6 * expected * (2 - Math.log(expected + 1e-37)))
        .calling(
            (device, b) -> device.normalisation().softmax(size.rows, size.columns, b[0], b[1]));
  }

  private static KernelCase logSoftmax(Size size) {
    KernelCase.Builder c = KernelCase.of("log softmax", size);
    return c.in(numbers(c, size))
        .out(size.rows * size.columns, (index, expected, scale) -> 1e-6 * (1 + Math.abs(expected)))
        .calling(
            (device, b) -> device.normalisation().logSoftmax(size.rows, size.columns, b[0], b[1]));
  }

  private static float[] numbers(KernelCase.Builder c, Size size) {
    return c.draws().normal(size.rows * size.columns, size.mean, size.deviation);
  }
}
