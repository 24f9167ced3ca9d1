package ganengine.kernels.cpu;

/**
 * Parameter updates over pieces of arrays, on the calling thread. Index i of every piece belongs to
 * the same number; {@code at...} says where in its array a piece starts.
 */
interface UpdateLoops {
  /** First moments of a smaller size become 0: denormal numbers are slow. */
  float SMALLEST_FIRST = 1e-30f;

  /** Second moments below this become 0, for the same reason. */
  float SMALLEST_SECOND = 1e-37f;

  /** Gradients (times {@code rootGain2}) of a smaller size are left out of second moments. */
  float SMALLEST_SHARE = 3e-19f;

  /**
   * What Adam's loop needs to know of the step, t being its number.
   *
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   * @param gain1 1 - beta1
   * @param rootGain2 sqrt(1 - beta2)
   * @param epsilon added to the root of the second moment
   * @param keep what weight decay leaves of a parameter: 1 - rate * weightDecay
   * @param rate the learning rate / (1 - beta1^t)
   * @param rootScale 1 / sqrt(1 - beta2^t)
   */
  record AdamStep(
      float beta1,
      float beta2,
      float gain1,
      float rootGain2,
      float epsilon,
      float keep,
      float rate,
      float rootScale) {}

  /** One Adam step: m and v the moments of the gradient g, p the parameters. */
  void adam(
      AdamStep step,
      float[] g,
      int atG,
      float[] p,
      int atP,
      float[] m,
      int atM,
      float[] v,
      int atV,
      int count);

  /** square = decay * square + gain * g^2; p -= rate * g / (sqrt(square) + epsilon). */
  void rmsProp(
      float decay,
      float gain,
      float epsilon,
      float rate,
      float[] g,
      int atG,
      float[] p,
      int atP,
      float[] square,
      int atSquare,
      int count);

  /** velocity = momentum * velocity + g; p -= rate * velocity. */
  void sgd(
      float momentum,
      float rate,
      float[] g,
      int atG,
      float[] p,
      int atP,
      float[] velocity,
      int atVelocity,
      int count);

  /** average = decay * average + gain * x. */
  void average(
      float decay, float gain, float[] x, int atX, float[] average, int atAverage, int count);
}
