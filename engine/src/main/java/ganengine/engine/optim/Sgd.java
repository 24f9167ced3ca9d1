package ganengine.engine.optim;

import ganengine.engine.tensor.Parameter;
import ganengine.kernels.Buffer;
import ganengine.kernels.OptimiserKernels;
import java.util.Map;

/**
 * Gradient descent with momentum (Sutskever et al. 2013, in PyTorch's form): velocity = momentum *
 * velocity + gradient; parameter -= rate * velocity. State: {@code sgd.velocity}.
 */
public final class Sgd extends BufferedOptimiser {
  private final double momentum;
  private final Buffer[] velocities;

  /**
   * Both constants.
   *
   * @param parameters of a network by name; those that are not trainable are left alone
   * @param momentum 0 for plain descent, 0.9 is usual
   */
  public Sgd(Map<String, Parameter> parameters, double learningRate, double momentum) {
    super("sgd", parameters, learningRate);
    this.momentum = momentum;
    this.velocities = zeros("velocity");
  }

  @Override
  void update(
      OptimiserKernels kernels, Buffer rate, Buffer step, Buffer[] gradients, Buffer[] parameters) {
    kernels.sgd(momentum, rate, gradients, parameters, velocities);
  }
}
