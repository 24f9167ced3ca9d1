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
    int terms = size.kernelH() * size.kernelW() * size.inC() / size.groups();
    KernelCase.Builder c = KernelCase.of("convolution", size);
    Draws draws = c.draws();
    return c.in(draws.normal(size.inputSize()))
        .in(draws.normal(size.filterSize()))
        .out(size.outputSize(), Tolerance.sum(terms))
        .calling((device, b) -> device.convolution().forward(size, b[0], b[1], b[2]));
  }

  private static KernelCase inputGradient(Convolution size) {
    int terms = size.kernelH() * size.kernelW() * size.outC() / size.groups();
    KernelCase.Builder c = KernelCase.of("convolution's input gradient", size);
    Draws draws = c.draws();
    return c.in(draws.normal(size.outputSize()))
        .in(draws.normal(size.filterSize()))
        .out(size.inputSize(), Tolerance.sum(terms))
        .calling((device, b) -> device.convolution().inputGradient(size, b[0], b[1], b[2]));
  }

  private static KernelCase filterGradient(Convolution size) {
    int terms = size.batch() * size.outH() * size.outW();
    KernelCase.Builder c = KernelCase.of("convolution's filter gradient", size);
    Draws draws = c.draws();
    return c.in(draws.normal(size.inputSize()))
        .in(draws.normal(size.outputSize()))
        .out(size.filterSize(), Tolerance.sum(terms))
        .calling((device, b) -> device.convolution().filterGradient(size, b[0], b[1], b[2]));
  }
}
