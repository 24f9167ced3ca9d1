package ganengine.engine.optim;

import ganengine.engine.tensor.Parameter;
import ganengine.kernels.Buffer;
import ganengine.kernels.OptimiserKernels;
import java.util.Map;

/**
 * RMSProp (Tieleman and Hinton 2012, lecture 6.5): each gradient is divided by the root of a moving
 * mean of its squares. State: those means, {@code rmsProp.square}.
 */
public final class RmsProp extends BufferedOptimiser {
  private final double decay;
  private final double epsilon;
  private final Buffer[] squares;

  /** Learning rate 5e-5 as in WGAN (Arjovsky et al. 2017, algorithm 1), decay 0.99. */
  public RmsProp(Map<String, Parameter> parameters) {
    this(parameters, 5e-5, 0.99, 1e-8);
  }

  /**
   * All constants.
   *
   * @param parameters of a network by name; those that are not trainable are left alone
   * @param decay of the mean of squares
   * @param epsilon added to its root
   */
  public RmsProp(
      Map<String, Parameter> parameters, double learningRate, double decay, double epsilon) {
    super("rmsProp", parameters, learningRate);
    this.decay = decay;
    this.epsilon = epsilon;
    this.squares = zeros("square");
  }

  @Override
  void update(
      OptimiserKernels kernels, Buffer rate, Buffer step, Buffer[] gradients, Buffer[] parameters) {
    kernels.rmsProp(decay, epsilon, rate, gradients, parameters, squares);
  }
}
