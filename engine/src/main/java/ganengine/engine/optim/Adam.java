package ganengine.engine.optim;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Buffer;
import ganengine.kernels.OptimiserKernels;
import java.util.Map;

/**
 * Adam (Kingma and Ba 2015, algorithm 1), with AdamW's decoupled weight decay (Loshchilov and
 * Hutter 2019). State: first moments {@code adam.m}, second moments {@code adam.v}.
 */
public final class Adam extends BufferedOptimiser {
  private static final double EPSILON = 1e-8;

  private final OptimiserKernels.Adam constants;
  private final Tensor complement2;
  private final Buffer[] firstMoments;
  private final Buffer[] secondMoments;
  private ScheduledRates scheduledComplements;

  /** The paper's decays 0.9 and 0.999. */
  public Adam(Map<String, Parameter> parameters, double learningRate) {
    this(parameters, learningRate, 0.9, 0.999);
  }

  /**
   * No weight decay, epsilon 1e-8.
   *
   * @param beta1 decay of the first moment; DCGAN (Radford et al. 2016) takes 0.5
   * @param beta2 decay of the second moment
   */
  public Adam(Map<String, Parameter> parameters, double learningRate, double beta1, double beta2) {
    this(parameters, learningRate, beta1, beta2, EPSILON, 0);
  }

  /**
   * All constants.
   *
   * @param parameters of a network by name; those that are not trainable are left alone
   * @param epsilon added to the root of the second moment, after bias correction
   * @param weightDecay share of each weight, times the learning rate, that every step takes off
   */
  public Adam(
      Map<String, Parameter> parameters,
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      double weightDecay) {
    super("adam", parameters, learningRate);
    constants = new OptimiserKernels.Adam(beta1, epsilon, weightDecay);
    complement2 = Tensor.scalar(1 - beta2);
    firstMoments = zeros("m");
    secondMoments = zeros("v");
  }

  /**
   * From the next update on, each takes beta2 of its step, as {@link #schedule} does for the rate.
   * The bias correction is that of a beta2 that never changed.
   *
   * @param steps how many values the table on the device holds; later updates take the last
   */
  public void scheduleBeta2(Schedule beta2, int steps) {
    scheduledComplements = new ScheduledRates(step -> 1 - beta2.rate(step), steps);
  }

  @Override
  void takeScheduled(Indices steps) {
    if (scheduledComplements != null) {
      scheduledComplements.write(steps, complement2);
    }
  }

  @Override
  void update(
      OptimiserKernels kernels, Buffer rate, Buffer step, Buffer[] gradients, Buffer[] parameters) {
    kernels.adam(
        constants,
        rate,
        complement2.buffer(),
        step,
        gradients,
        parameters,
        firstMoments,
        secondMoments);
  }
}
