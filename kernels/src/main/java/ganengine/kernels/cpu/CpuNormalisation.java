package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.NormalisationKernels;

/** Normalisation kernels. */
final class CpuNormalisation implements NormalisationKernels {
  final CpuThreads threads;

  CpuNormalisation(CpuThreads threads) {
    this.threads = threads;
  }

  @Override
  public void batchNorm(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void batchNormGradient(
      int rows,
      int columns,
      Buffer gradY,
      Buffer x,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void updateRunning(
      int rows,
      double momentum,
      double epsilon,
      Buffer mean,
      Buffer invStd,
      Buffer runningMean,
      Buffer runningVariance) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void batchNormInference(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer mean,
      Buffer variance,
      Buffer y) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void layerNorm(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void layerNormGradient(
      int rows,
      int columns,
      Buffer gradY,
      Buffer x,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void softmax(int rows, int columns, Buffer x, Buffer y) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void logSoftmax(int rows, int columns, Buffer x, Buffer y) {
    throw new UnsupportedOperationException();
  }
}
