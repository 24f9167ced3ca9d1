package ganengine.engine.nn;

import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An elementwise function as a layer.
 *
 * @param describe its name and constants
 * @param function what it computes
 * @param fused the same function for a {@link FusableLayer} before it to end with; empty if kernels
 *     don't know it
 */
public record Activation(
    String describe, UnaryOperator<Tensor> function, Optional<ganengine.kernels.Activation> fused)
    implements Module {
  /** x where positive, else 0. */
  public static Activation relu() {
    return fusable("relu", ganengine.kernels.Activation.RELU);
  }

  /**
   * x where positive, else slope * x.
   *
   * @param slope 0.2 in DCGAN's discriminator
   */
  public static Activation leakyRelu(double slope) {
    String describe = "leaky_relu " + slope;
    // Fused, the derivative is taken from the output's sign, which other slopes turn round.
    return slope >= 0 && slope < 1
        ? fusable(describe, ganengine.kernels.Activation.leakyRelu(slope))
        : new Activation(describe, x -> Unary.leakyRelu(x, slope), Optional.empty());
  }

  /** Hyperbolic tangent: images in [-1, 1]. */
  public static Activation tanh() {
    return fusable("tanh", ganengine.kernels.Activation.TANH);
  }

  /** 1 / (1 + e^-x); the losses here take logits, so a discriminator does not end with it. */
  public static Activation sigmoid() {
    return fusable("sigmoid", ganengine.kernels.Activation.SIGMOID);
  }

  /** ln(1 + e^x). */
  public static Activation softplus() {
    return new Activation("softplus", Unary::softplus, Optional.empty());
  }

  private static Activation fusable(String describe, ganengine.kernels.Activation fused) {
    return new Activation(describe, x -> Unary.activation(x, fused), Optional.of(fused));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return function.apply(input);
  }
}
