package ganengine.kernels;

/**
 * Parameter updates over all parameters of a network at once: arrays run in parallel, entry i of
 * each belongs to parameter i. What may change from step to step lies on the device, so that a
 * captured launch can be replayed: the learning rate and Adam's complement of beta2 (REAL, length 1
 * each) and the step (INTEGER, length 1). Parameters and state are updated in place.
 */
public interface OptimiserKernels {
  /**
   * Constants of Adam (Kingma and Ba 2015, algorithm 1).
   *
   * @param beta1 decay of the first moment
   * @param epsilon added to the root of the second moment, after bias correction
   * @param weightDecay decoupled decay (AdamW): parameter -= rate * weightDecay * parameter; 0 for
   *     none
   */
  record Adam(double beta1, double epsilon, double weightDecay) {}

  /**
   * One Adam step; {@code step} holds t, 1 at the first. First moments below 1e-30 become 0, since
   * denormal numbers are slow.
   *
   * @param complement2 1 - beta2, beta2 being the decay of the second moment: rounded, it keeps
   *     more digits than beta2; the bias correction takes it as if it had been the same from the
   *     start
   */
  void adam(
      Adam constants,
      Buffer learningRate,
      Buffer complement2,
      Buffer step,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] firstMoments,
      Buffer[] secondMoments);

  /**
   * square = decay * square + (1 - decay) * g^2; parameter -= rate * g / (sqrt(square) + epsilon).
   */
  void rmsProp(
      double decay,
      double epsilon,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] squares);

  /** velocity = momentum * velocity + g; parameter -= rate * velocity. */
  void sgd(
      double momentum,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] velocities);

  /** Limits every value to [-limit, limit], in place (WGAN's weight clipping). */
  void clipValues(double limit, Buffer[] values);

  /**
   * norm (REAL, length 1) = the 2-norm of all values together; if it is above {@code limit}, all
   * are multiplied by limit / norm.
   */
  void clipNorm(double limit, Buffer[] values, Buffer norm);

  /** average = decay * average + (1 - decay) * parameter. */
  void movingAverage(double decay, Buffer[] parameters, Buffer[] averages);
}
