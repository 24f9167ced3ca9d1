package ganengine.kernels.contract;

import ganengine.kernels.Pooling;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Max pooling with ties, NaN and infinities; average pooling and its adjoint. */
final class PoolingCases {
  private PoolingCases() {}

  static Stream<KernelCase> all() {
    return sizes().flatMap(s -> Stream.of(max(s), average(s), averageGradient(s)));
  }

  private static Stream<Pooling> sizes() {
    Draws draws = new Draws(13);
    return Stream.concat(
        Stream.of(
            new Pooling(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0),
            new Pooling(2, 28, 28, 32, 14, 14, 2, 2, 2, 2, 0, 0),
            new Pooling(3, 7, 7, 17, 1, 1, 7, 7, 7, 7, 0, 0),
            new Pooling(2, 9, 9, 5, 5, 5, 3, 3, 2, 2, 1, 1),
            new Pooling(2, 9, 8, 5, 4, 2, 2, 3, 2, 4, 0, 0)),
        IntStream.range(0, 15).mapToObj(i -> drawn(draws)));
  }

  private static Pooling drawn(Draws draws) {
    int kernelH = draws.between(1, 4);
    int kernelW = draws.between(1, 4);
    int strideH = draws.between(1, 3);
    int strideW = draws.between(1, 3);
    int padTop = draws.between(0, kernelH - 1);
    int padLeft = draws.between(0, kernelW - 1);
    int inH = draws.between(kernelH, 12);
    int inW = draws.between(kernelW, 12);
    return new Pooling(
        draws.between(1, 3),
        inH,
        inW,
        draws.awkwardSize(),
        (inH + padTop - kernelH) / strideH + 1,
        (inW + padLeft - kernelW) / strideW + 1,
        kernelH,
        kernelW,
        strideH,
        strideW,
        padTop,
        padLeft);
  }

  private static KernelCase max(Pooling size) {
    KernelCase.Builder c = KernelCase.of("max pooling", size);
    Draws draws = c.draws();
    float[] x = draws.withTies(size.inputSize());
    x[draws.between(0, x.length - 1)] = Float.NEGATIVE_INFINITY;
    x[draws.between(0, x.length - 1)] = Float.POSITIVE_INFINITY;
    x[draws.between(0, x.length - 1)] = Float.NaN;
    return c.in(x)
        .out(size.outputSize(), Tolerance.exact())
        .outIntegers(size.outputSize())
        .calling((device, b) -> device.pooling().max(size, b[0], b[1], b[2]));
  }

  private static KernelCase average(Pooling size) {
    KernelCase.Builder c = KernelCase.of("average pooling", size);
    return c.in(c.draws().normal(size.inputSize()))
        .out(size.outputSize(), Tolerance.sum())
        .calling((device, b) -> device.pooling().average(size, b[0], b[1]));
  }

  private static KernelCase averageGradient(Pooling size) {
    KernelCase.Builder c = KernelCase.of("average pooling's gradient", size);
    return c.in(c.draws().normal(size.outputSize()))
        .out(size.inputSize(), Tolerance.sum())
        .calling((device, b) -> device.pooling().averageGradient(size, b[0], b[1]));
  }
}
