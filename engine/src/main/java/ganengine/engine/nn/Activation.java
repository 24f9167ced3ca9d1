package ganengine.engine.nn;

import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * An elementwise function as a layer.
 *
 * @param describe its name and constants
 * @param function what it computes
 */
public record Activation(String describe, UnaryOperator<Tensor> function) implements Module {
  /** x where positive, else 0. */
  public static Activation relu() {
    return new Activation("relu", Unary::relu);
  }

  /**
   * x where positive, else slope * x.
   *
   * @param slope 0.2 in DCGAN's discriminator
   */
  public static Activation leakyRelu(double slope) {
    return new Activation("leaky_relu " + slope, x -> Unary.leakyRelu(x, slope));
  }

  /** Hyperbolic tangent: images in [-1, 1]. */
  public static Activation tanh() {
    return new Activation("tanh", Unary::tanh);
  }

  /** 1 / (1 + e^-x); the losses here take logits, so a discriminator does not end with it. */
  public static Activation sigmoid() {
    return new Activation("sigmoid", Unary::sigmoid);
  }

  /** ln(1 + e^x). */
  public static Activation softplus() {
    return new Activation("softplus", Unary::softplus);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return function.apply(input);
  }
}
