package ganengine.kernels.reference;

import ganengine.kernels.Activation;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;

/** The pointwise functions of single numbers. */
final class ScalarFunctions {
  private ScalarFunctions() {}

  static double unary(UnaryFunction function, double p, double q, double x) {
    return switch (function) {
      case NEGATE -> -x;
      case AFFINE -> p * x + q;
      case ABS -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case SQUARE -> x * x;
      case SQRT -> Math.sqrt(x);
      case RECIPROCAL -> 1 / x;
      case EXP -> Math.exp(x);
      case LOG -> Math.log(x);
      case TANH -> Math.tanh(x);
      case SIGMOID -> sigmoid(x);
      case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      case LEAKY_RELU -> x > 0 ? x : p * x;
      case CLAMP -> Math.min(Math.max(x, p), q);
      case WITHIN -> p <= x && x <= q ? 1 : 0;
      case BELOW -> x < p ? q : 0;
    };
  }

  static double binary(BinaryFunction function, double p, double a, double b) {
    return switch (function) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case MAXIMUM -> Math.max(a, b);
      case TANH_GRADIENT -> a * (1 - b * b);
      case SIGMOID_GRADIENT -> a * b * (1 - b);
      case SOFTPLUS_GRADIENT -> a * sigmoid(b);
      case LEAKY_RELU_GRADIENT -> b > 0 ? a : p * a;
    };
  }

  static double activation(Activation activation, double v) {
    return switch (activation.kind()) {
      case NONE -> v;
      case LEAKY_RELU -> v > 0 ? v : activation.slope() * v;
      case TANH -> Math.tanh(v);
      case SIGMOID -> sigmoid(v);
    };
  }

  /** The gradient with respect to what went in, from the one of y, which came out. */
  static double activationGradient(Activation activation, double gradY, double y) {
    return switch (activation.kind()) {
      case NONE -> gradY;
      case LEAKY_RELU -> y > 0 ? gradY : activation.slope() * gradY;
      case TANH -> gradY * (1 - y * y);
      case SIGMOID -> gradY * y * (1 - y);
    };
  }

  /** The exponential of a number above 0 is never taken, so nothing overflows. */
  private static double sigmoid(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double e = Math.exp(x);
    return e / (1 + e);
  }
}
