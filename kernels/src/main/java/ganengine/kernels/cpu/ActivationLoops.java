package ganengine.kernels.cpu;

import ganengine.kernels.Activation;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;

/** The elementwise loops of an activation and of its gradient. */
final class ActivationLoops {
  private ActivationLoops() {}

  /** y[atY + i] = activation(y[atY + i]) for i below count. */
  static void apply(Activation activation, float[] y, int atY, int count) {
    UnaryFunction function =
        switch (activation.kind()) {
          case NONE -> null;
          case LEAKY_RELU -> UnaryFunction.LEAKY_RELU;
          case TANH -> UnaryFunction.TANH;
          case SIGMOID -> UnaryFunction.SIGMOID;
        };
    if (function != null) {
      Loops.POINTWISE.unary(function).run((float) activation.slope(), 0, y, atY, y, atY, count);
    }
  }

  /** out = g * the derivative where the output was y, for {@code count} elements each. */
  static void gradient(
      Activation activation,
      float[] g,
      int atG,
      float[] y,
      int atY,
      float[] out,
      int atOut,
      int count) {
    BinaryFunction function =
        switch (activation.kind()) {
          case NONE -> null;
          case LEAKY_RELU -> BinaryFunction.LEAKY_RELU_GRADIENT;
          case TANH -> BinaryFunction.TANH_GRADIENT;
          case SIGMOID -> BinaryFunction.SIGMOID_GRADIENT;
        };
    if (function == null) {
      System.arraycopy(g, atG, out, atOut, count);
    } else {
      Loops.POINTWISE
          .binary(function)
          .run((float) activation.slope(), g, atG, y, atY, out, atOut, count);
    }
  }
}
