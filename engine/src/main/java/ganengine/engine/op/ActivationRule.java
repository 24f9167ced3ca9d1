package ganengine.engine.op;

import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.BinaryFunction;

/** How gradients pass back through the activation that ends a fused op. */
final class ActivationRule {
  private ActivationRule() {}

  /**
   * The gradient with respect to what went into the activation, in ops: differentiable by gradY and
   * by y.
   *
   * @param y what the activation gave, recorded with the op that ends with it
   */
  static Tensor gradient(Activation activation, Tensor gradY, Tensor y) {
    return switch (activation.kind()) {
      case NONE -> gradY;
      case LEAKY_RELU ->
          new Binary(BinaryFunction.LEAKY_RELU_GRADIENT, activation.slope()).apply(gradY, y);
      case TANH -> new Binary(BinaryFunction.TANH_GRADIENT, 0).apply(gradY, y);
      case SIGMOID -> new Binary(BinaryFunction.SIGMOID_GRADIENT, 0).apply(gradY, y);
    };
  }
}
