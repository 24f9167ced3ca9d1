package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.OptimiserKernels;

/** Optimiser kernels. */
final class CpuOptimiser implements OptimiserKernels {
  final CpuThreads threads;

  CpuOptimiser(CpuThreads threads) {
    this.threads = threads;
  }

  @Override
  public void adam(
      ganengine.kernels.OptimiserKernels.Adam constants,
      Buffer learningRate,
      Buffer step,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] firstMoments,
      Buffer[] secondMoments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void rmsProp(
      double decay,
      double epsilon,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] squares) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void sgd(
      double momentum,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] velocities) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clipValues(double limit, Buffer[] values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clipNorm(double limit, Buffer[] values, Buffer norm) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void movingAverage(double decay, Buffer[] parameters, Buffer[] averages) {
    throw new UnsupportedOperationException();
  }
}
