package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Device;
import ganengine.kernels.UnaryFunction;

/**
 * An elementwise function of one tensor.
 *
 * @param function which; p and q are its constants
 */
public record Unary(UnaryFunction function, double p, double q) implements Op {
  /** -x. */
  public static Tensor negate(Tensor x) {
    return new Unary(UnaryFunction.NEGATE, 0, 0).apply(x);
  }

  /** scale * x + shift. */
  public static Tensor affine(Tensor x, double scale, double shift) {
    return new Unary(UnaryFunction.AFFINE, scale, shift).apply(x);
  }

  /** |x|; its derivative at 0 is 0. */
  public static Tensor abs(Tensor x) {
    return new Unary(UnaryFunction.ABS, 0, 0).apply(x);
  }

  /** x squared. */
  public static Tensor square(Tensor x) {
    return new Unary(UnaryFunction.SQUARE, 0, 0).apply(x);
  }

  /** Square root; infinite derivative at 0. */
  public static Tensor sqrt(Tensor x) {
    return new Unary(UnaryFunction.SQRT, 0, 0).apply(x);
  }

  /** 1 / x. */
  public static Tensor reciprocal(Tensor x) {
    return new Unary(UnaryFunction.RECIPROCAL, 0, 0).apply(x);
  }

  /** e to the x. */
  public static Tensor exp(Tensor x) {
    return new Unary(UnaryFunction.EXP, 0, 0).apply(x);
  }

  /** Natural logarithm. */
  public static Tensor log(Tensor x) {
    return new Unary(UnaryFunction.LOG, 0, 0).apply(x);
  }

  /** Hyperbolic tangent. */
  public static Tensor tanh(Tensor x) {
    return new Unary(UnaryFunction.TANH, 0, 0).apply(x);
  }

  /** 1 / (1 + e^-x). */
  public static Tensor sigmoid(Tensor x) {
    return new Unary(UnaryFunction.SIGMOID, 0, 0).apply(x);
  }

  /** ln(1 + e^x), stable. */
  public static Tensor softplus(Tensor x) {
    return new Unary(UnaryFunction.SOFTPLUS, 0, 0).apply(x);
  }

  /** x where positive, else 0. */
  public static Tensor relu(Tensor x) {
    return leakyRelu(x, 0);
  }

  /** x where positive, else slope * x. */
  public static Tensor leakyRelu(Tensor x, double slope) {
    return new Unary(UnaryFunction.LEAKY_RELU, slope, 0).apply(x);
  }

  /** The function that a fused op may end with, alone; x itself for none. */
  public static Tensor activation(Tensor x, Activation activation) {
    return switch (activation.kind()) {
      case NONE -> x;
      case LEAKY_RELU -> leakyRelu(x, activation.slope());
      case TANH -> tanh(x);
      case SIGMOID -> sigmoid(x);
    };
  }

  /** x limited to [low, high]; its derivative is 1 there, 0 outside. */
  public static Tensor clamp(Tensor x, double low, double high) {
    return new Unary(UnaryFunction.CLAMP, low, high).apply(x);
  }

  /** 1 where low <= x <= high, else 0; no gradient. */
  public static Tensor within(Tensor x, double low, double high) {
    return new Unary(UnaryFunction.WITHIN, low, high).apply(x);
  }

  /** {@code value} where x < threshold, else 0; no gradient. */
  public static Tensor below(Tensor x, double threshold, double value) {
    return new Unary(UnaryFunction.BELOW, threshold, value).apply(x);
  }

  /** -1, 0 or 1; no gradient. */
  public static Tensor sign(Tensor x) {
    return new Unary(UnaryFunction.SIGN, 0, 0).apply(x);
  }

  @Override
  public String name() {
    return function.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return new Shape[] {inputs[0].shape()};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device.pointwise().unary(function, p, q, inputs[0].buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {gradient(gradOutputs[0], inputs[0], outputs[0])};
  }

  private Tensor gradient(Tensor g, Tensor x, Tensor y) {
    return switch (function) {
      case NEGATE -> negate(g);
      case AFFINE -> affine(g, p, 0);
      case ABS -> Binary.multiply(g, sign(x));
      case SQUARE -> Binary.multiply(g, affine(x, 2, 0));
      case SQRT -> Binary.divide(g, affine(y, 2, 0));
      case RECIPROCAL -> negate(Binary.multiply(g, square(y)));
      case EXP -> Binary.multiply(g, y);
      case LOG -> Binary.divide(g, x);
      case TANH -> new Binary(BinaryFunction.TANH_GRADIENT, 0).apply(g, y);
      case SIGMOID -> new Binary(BinaryFunction.SIGMOID_GRADIENT, 0).apply(g, y);
      case SOFTPLUS -> new Binary(BinaryFunction.SOFTPLUS_GRADIENT, 0).apply(g, x);
      // With a slope of 0 or more y is above 0 where x is, and x's memory need not be kept.
      case LEAKY_RELU -> new Binary(BinaryFunction.LEAKY_RELU_GRADIENT, p).apply(g, p < 0 ? x : y);
      case CLAMP -> Binary.multiply(g, within(x, p, q));
      case SIGN, WITHIN, BELOW -> null;
    };
  }
}
