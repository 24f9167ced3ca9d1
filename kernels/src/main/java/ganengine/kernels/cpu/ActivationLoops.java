package ganengine.kernels.cpu;

import ganengine.kernels.Activation;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;

/** The elementwise loops of an activation and of its gradient, on the calling thread. */
final class ActivationLoops {
  private ActivationLoops() {}

  /** What a rectifier leaves of numbers below 0; 1, which is all, for other activations. */
  static float leak(Activation activation) {
    return activation.kind() == Activation.Kind.LEAKY_RELU ? (float) activation.slope() : 1;
  }

  /** Whether it is more than a rectifier. */
  static boolean curved(Activation activation) {
    return switch (activation.kind()) {
      case NONE, LEAKY_RELU -> false;
      case TANH, SIGMOID -> true;
    };
  }

  /** y[at + i] = activation(y[at + i]) for i below count. */
  static void apply(Activation activation, float[] y, int at, int count) {
    switch (activation.kind()) {
      case NONE -> {}
      case LEAKY_RELU -> run(UnaryFunction.LEAKY_RELU, activation, y, at, count);
      case TANH -> run(UnaryFunction.TANH, activation, y, at, count);
      case SIGMOID -> run(UnaryFunction.SIGMOID, activation, y, at, count);
    }
  }

  private static void run(
      UnaryFunction function, Activation activation, float[] y, int at, int count) {
    Loops.POINTWISE.unary(function).run((float) activation.slope(), 0, y, at, y, at, count);
  }

  /** gradX = gradY * the derivative where the output was y, for elements from .. to - 1. */
  static void gradient(
      Activation activation, CpuBuffer gradY, CpuBuffer y, CpuBuffer gradX, int from, int to) {
    switch (activation.kind()) {
      case NONE ->
          System.arraycopy(
              gradY.reals, gradY.offset + from, gradX.reals, gradX.offset + from, to - from);
      case LEAKY_RELU ->
          run(BinaryFunction.LEAKY_RELU_GRADIENT, activation, gradY, y, gradX, from, to);
      case TANH -> run(BinaryFunction.TANH_GRADIENT, activation, gradY, y, gradX, from, to);
      case SIGMOID -> run(BinaryFunction.SIGMOID_GRADIENT, activation, gradY, y, gradX, from, to);
    }
  }

  private static void run(
      BinaryFunction function,
      Activation activation,
      CpuBuffer gradY,
      CpuBuffer y,
      CpuBuffer gradX,
      int from,
      int to) {
    Loops.POINTWISE
        .binary(function)
        .run(
            (float) activation.slope(),
            gradY.reals,
            gradY.offset + from,
            y.reals,
            y.offset + from,
            gradX.reals,
            gradX.offset + from,
            to - from);
  }
}
