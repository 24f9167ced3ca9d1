package ganengine.kernels;

import java.util.Locale;

/**
 * The elementwise function that ends a fused kernel. Each kind's derivative is known from its
 * output alone, so that a backward pass needs no copy of what went in.
 *
 * @param kind which function
 * @param slope of LEAKY_RELU below 0, in [0, 1): 0 is ReLU; 0 for the other kinds
 */
public record Activation(Kind kind, double slope) {
  /** The functions of v that there are, with the derivative written in y, the output. */
  public enum Kind {
    /** v; derivative 1. */
    NONE,
    /** v if v > 0, else slope * v; derivative 1 if y > 0, else slope. */
    LEAKY_RELU,
    /** Hyperbolic tangent; derivative 1 - y * y. */
    TANH,
    /** 1 / (1 + e^-v), without overflow; derivative y * (1 - y). */
    SIGMOID
  }

  /** The identity. */
  public static final Activation NONE = new Activation(Kind.NONE, 0);

  /** v where positive, else 0. */
  public static final Activation RELU = new Activation(Kind.LEAKY_RELU, 0);

  /** The hyperbolic tangent. */
  public static final Activation TANH = new Activation(Kind.TANH, 0);

  /** The logistic function. */
  public static final Activation SIGMOID = new Activation(Kind.SIGMOID, 0);

  /** Checks the slope. */
  public Activation {
    if (!(slope >= 0 && slope < 1) || (slope != 0 && kind != Kind.LEAKY_RELU)) {
      throw new IllegalArgumentException(
          "activation %s: slope is %s, expected 0, or a number in [0, 1) for leaky_relu"
              .formatted(kind.name().toLowerCase(Locale.ROOT), slope));
    }
  }

  /** v where positive, else slope * v. */
  public static Activation leakyRelu(double slope) {
    return new Activation(Kind.LEAKY_RELU, slope);
  }
}
