package ganengine.kernels;

/**
 * Neighbouring computations of nearly every network in one pass over memory: bias and activation,
 * loss and its gradient.
 */
public interface FusedKernels {
  /**
   * y = activation(x + bias).
   *
   * @param x [rows, columns]
   * @param bias [columns]
   * @param y [rows, columns]
   */
  void biasActivation(
      int rows, int columns, Activation activation, Buffer x, Buffer bias, Buffer y);

  /**
   * The gradients of {@link #biasActivation}: gradX = gradY * the derivative at y, gradBias = its
   * sum over the rows.
   *
   * @param y what the forward pass wrote; not read for NONE
   * @param gradX [rows, columns]
   * @param gradBias [columns]
   */
  void biasActivationGradient(
      int rows,
      int columns,
      Activation activation,
      Buffer gradY,
      Buffer y,
      Buffer gradX,
      Buffer gradBias);

  /**
   * Binary cross entropy of n logits x with one target t, and its gradient. With e = exp(-|x|) the
   * loss is the mean of log(1 + e) + (x > 0 ? (1 - t) x : -t x), which is softplus(x) - t x without
   * overflow or cancellation, and gradLogits = (sigmoid(x) - t) / n = (x > 0 ? (1 - t) - e / (1 +
   * e) : e / (1 + e) - t) / n, exact where it is small.
   *
   * @param target in [0, 1]
   * @param logits [n]
   * @param loss [1], written
   * @param gradLogits [n], written
   */
  void binaryCrossEntropy(int n, double target, Buffer logits, Buffer loss, Buffer gradLogits);

  /**
   * Cross entropy of logits x with target probabilities t, and its gradient: loss is the mean over
   * the rows of -sum t log softmax(x), gradLogits = (softmax(x) sum t - t) / rows, without
   * overflow.
   *
   * @param logits [rows, columns]
   * @param targets [rows, columns], none negative; a row need not add up to 1
   * @param loss [1], written
   * @param gradLogits [rows, columns], written
   */
  void crossEntropy(
      int rows, int columns, Buffer logits, Buffer targets, Buffer loss, Buffer gradLogits);
}
