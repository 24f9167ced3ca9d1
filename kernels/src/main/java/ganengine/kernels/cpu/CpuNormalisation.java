package ganengine.kernels.cpu;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import ganengine.kernels.NormalisationKernels;

/** Normalisation: the rules of the columns and of the rows, each in its class. */
final class CpuNormalisation implements NormalisationKernels {
  private final BatchNorm batchNorm;
  private final LayerNorm layerNorm;
  private final Softmax softmax;

  CpuNormalisation(CpuThreads threads) {
    batchNorm = new BatchNorm(threads);
    layerNorm = new LayerNorm(threads);
    softmax = new Softmax(threads);
  }

  @Override
  public void batchNorm(
      int rows,
      int columns,
      double epsilon,
      Activation activation,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd) {
    batchNorm.forward(
        rows,
        columns,
        epsilon,
        activation,
        CpuBuffer.of(x),
        CpuBuffer.of(gamma),
        CpuBuffer.of(beta),
        CpuBuffer.of(y),
        CpuBuffer.of(mean),
        CpuBuffer.of(invStd));
  }

  @Override
  public void batchNormGradient(
      int rows,
      int columns,
      Activation activation,
      Buffer gradY,
      Buffer x,
      Buffer y,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    batchNorm.gradient(
        rows,
        columns,
        activation,
        CpuBuffer.of(gradY),
        CpuBuffer.of(x),
        CpuBuffer.of(y),
        CpuBuffer.of(gamma),
        CpuBuffer.of(mean),
        CpuBuffer.of(invStd),
        CpuBuffer.of(gradX),
        CpuBuffer.of(gradGamma),
        CpuBuffer.of(gradBeta));
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
    CpuBuffer means = CpuBuffer.of(mean);
    CpuBuffer factors = CpuBuffer.of(invStd);
    CpuBuffer movedMean = CpuBuffer.of(runningMean);
    CpuBuffer movedVariance = CpuBuffer.of(runningVariance);
    double unbiased = rows > 1 ? rows / (rows - 1.0) : 1;
    for (int i = 0; i < means.size(); i++) {
      double factor = factors.reals[factors.offset + i];
      double variance = (1 / (factor * factor) - epsilon) * unbiased;
      move(movedMean, i, momentum, means.reals[means.offset + i]);
      move(movedVariance, i, momentum, variance);
    }
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
    batchNorm.inference(
        rows,
        columns,
        epsilon,
        CpuBuffer.of(x),
        CpuBuffer.of(gamma),
        CpuBuffer.of(beta),
        CpuBuffer.of(mean),
        CpuBuffer.of(variance),
        CpuBuffer.of(y));
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
    layerNorm.forward(
        rows,
        columns,
        epsilon,
        CpuBuffer.of(x),
        CpuBuffer.of(gamma),
        CpuBuffer.of(beta),
        CpuBuffer.of(y),
        CpuBuffer.of(mean),
        CpuBuffer.of(invStd));
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
    layerNorm.gradient(
        rows,
        columns,
        CpuBuffer.of(gradY),
        CpuBuffer.of(x),
        CpuBuffer.of(gamma),
        CpuBuffer.of(mean),
        CpuBuffer.of(invStd),
        CpuBuffer.of(gradX),
        CpuBuffer.of(gradGamma),
        CpuBuffer.of(gradBeta));
  }

  @Override
  public void softmax(int rows, int columns, Buffer x, Buffer y) {
    softmax.softmax(rows, columns, CpuBuffer.of(x), CpuBuffer.of(y));
  }

  @Override
  public void logSoftmax(int rows, int columns, Buffer x, Buffer y) {
    softmax.logSoftmax(rows, columns, CpuBuffer.of(x), CpuBuffer.of(y));
  }

  private static void move(CpuBuffer running, int i, double momentum, double towards) {
    double now = running.reals[running.offset + i];
    running.reals[running.offset + i] = (float) (now + momentum * (towards - now));
  }
}
