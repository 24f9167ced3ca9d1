package ganengine.kernels.contract;

import ganengine.kernels.Convolution;
import java.util.stream.Stream;

/** The three convolution passes on every geometry of {@link ConvolutionSizes}. */
final class ConvolutionCases {
  private ConvolutionCases() {}

  static Stream<KernelCase> all() {
    return ConvolutionSizes.all()
        .flatMap(size -> Stream.of(forward(size), inputGradient(size), filterGradient(size)));
  }

  private static KernelCase forward(Convolution size) {
    KernelCase.Builder c = KernelCase.of("convolution", size);
    Draws draws = c.draws();
    return c.in(draws.normal(size.inputSize()))
        .in(draws.normal(size.filterSize()))
        .out(size.outputSize(), Tolerance.sum())
        .calling((device, b) -> device.convolution().forward(size, b[0], b[1], b[2]));
  }

  private static KernelCase inputGradient(Convolution size) {
    KernelCase.Builder c = KernelCase.of("convolution's input gradient", size);
    Draws draws = c.draws();
    return c.in(draws.normal(size.outputSize()))
        .in(draws.normal(size.filterSize()))
        .out(size.inputSize(), Tolerance.sum())
        .calling((device, b) -> device.convolution().inputGradient(size, b[0], b[1], b[2]));
  }

  private static KernelCase filterGradient(Convolution size) {
    KernelCase.Builder c = KernelCase.of("convolution's filter gradient", size);
    Draws draws = c.draws();
    return c.in(draws.normal(size.inputSize()))
        .in(draws.normal(size.outputSize()))
        .out(size.filterSize(), Tolerance.sum())
        .calling((device, b) -> device.convolution().filterGradient(size, b[0], b[1], b[2]));
  }
}
