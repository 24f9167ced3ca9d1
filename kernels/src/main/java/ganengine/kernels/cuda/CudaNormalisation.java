package ganengine.kernels.cuda;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import ganengine.kernels.NormalisationKernels;

/** Normalisation by kernels of our own; softmax by softmax.cu. */
final class CudaNormalisation implements NormalisationKernels {
  private final Cuda cuda;
  private final BatchNorm batchNorm;
  private final LayerNorm layerNorm;

  CudaNormalisation(Cuda cuda) {
    this.cuda = cuda;
    batchNorm = new BatchNorm(cuda);
    layerNorm = new LayerNorm(cuda);
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
    batchNorm.forward(rows, columns, epsilon, activation, x, gamma, beta, y, mean, invStd);
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
        rows, columns, activation, gradY, x, y, gamma, mean, invStd, gradX, gradGamma, gradBeta);
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
    batchNorm.updateRunning(rows, momentum, epsilon, mean, invStd, runningMean, runningVariance);
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
    batchNorm.inference(rows, columns, epsilon, x, gamma, beta, mean, variance, y);
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
    layerNorm.forward(rows, columns, epsilon, x, gamma, beta, y, mean, invStd);
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
    layerNorm.gradient(rows, columns, gradY, x, gamma, mean, invStd, gradX, gradGamma, gradBeta);
  }

  @Override
  public void softmax(int rows, int columns, Buffer x, Buffer y) {
    softmax("softmax", rows, columns, x, y);
  }

  @Override
  public void logSoftmax(int rows, int columns, Buffer x, Buffer y) {
    softmax("log_softmax", rows, columns, x, y);
  }

  private void softmax(String function, int rows, int columns, Buffer x, Buffer y) {
    RowGroups.of(rows, columns, cuda.multiprocessors())
        .launch(cuda.kernel("softmax", function, x.type()))
        .buffer(x)
        .buffer(y)
        .launch();
  }
}
