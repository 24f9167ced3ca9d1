package ganengine.kernels.contract;

import java.util.List;
import java.util.stream.Stream;

/** The table of all cases, the same objects for every device that is judged. */
final class KernelCases {
  private static final List<KernelCase> ALL =
      Stream.of(
              PointwiseCases.all(),
              BroadcastCases.all(),
              MatrixCases.all(),
              ConvolutionCases.all(),
              PoolingCases.all(),
              BatchNormCases.all(),
              LayerNormCases.all(),
              SoftmaxCases.all(),
              ReductionCases.all(),
              BiasActivationCases.all(),
              LossCases.all(),
              LayoutCases.all(),
              RandomCases.all(),
              OptimiserCases.all())
          .flatMap(s -> s)
          .toList();

  private KernelCases() {}

  static List<KernelCase> all() {
    return ALL;
  }
}
