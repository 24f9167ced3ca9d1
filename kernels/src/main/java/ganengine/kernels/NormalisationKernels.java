package ganengine.kernels;

/**
 * Normalisation of a matrix x [rows, columns]. Batch norm takes every column (channel) over the
 * rows (batch x height x width, NHWC); layer norm and softmax take every row over its columns.
 * Variances are biased (divided by the count). Source: Ioffe and Szegedy 2015; Ba et al. 2016.
 */
public interface NormalisationKernels {
  /**
   * y = activation(gamma * (x - mean) * invStd + beta) per column, with mean and variance over the
   * rows and invStd = 1 / sqrt(variance + epsilon).
   *
   * @param gamma [columns]
   * @param beta [columns]
   * @param y [rows, columns]
   * @param mean [columns], written
   * @param invStd [columns], written
   */
  void batchNorm(
      int rows,
      int columns,
      double epsilon,
      Activation activation,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd);

  /**
   * The three gradients of {@link #batchNorm}, from the y, mean and invStd that it wrote. With g =
   * gradY * the activation's derivative at y, and xhat = (x - mean) * invStd: gradBeta = sum g,
   * gradGamma = sum g * xhat, gradX = gamma * invStd * (g - gradBeta / rows - xhat * gradGamma /
   * rows).
   *
   * @param y not read for NONE
   */
  void batchNormGradient(
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
      Buffer gradBeta);

  /**
   * Moves running statistics towards a batch's: running += momentum * (batch - running), with the
   * batch's variance recovered from invStd and made unbiased (times rows / (rows - 1), if rows >
   * 1). Both running buffers [columns] are updated in place.
   */
  void updateRunning(
      int rows,
      double momentum,
      double epsilon,
      Buffer mean,
      Buffer invStd,
      Buffer runningMean,
      Buffer runningVariance);

  /** y = gamma * (x - mean) / sqrt(variance + epsilon) + beta per column, statistics given. */
  void batchNormInference(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer mean,
      Buffer variance,
      Buffer y);

  /**
   * y = gamma * (x - mean) * invStd + beta, with mean and variance of each row.
   *
   * @param gamma [columns]
   * @param beta [columns]
   * @param mean [rows], written
   * @param invStd [rows], written
   */
  void layerNorm(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd);

  /** The three gradients of {@link #layerNorm}, from the mean and invStd that it wrote. */
  void layerNormGradient(
      int rows,
      int columns,
      Buffer gradY,
      Buffer x,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta);

  /** y = exp(x) / sum of exp(x) per row, without overflow. */
  void softmax(int rows, int columns, Buffer x, Buffer y);

  /** y = x - log of the sum of exp(x) per row, without overflow. */
  void logSoftmax(int rows, int columns, Buffer x, Buffer y);
}
