package ganengine.kernels.cpu;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;

/** Elementwise functions one number at a time, each with a loop of its own. */
final class ScalarPointwiseLoops implements PointwiseLoops {
  @Override
  public void unary(
      UnaryFunction function, float p, float q, float[] x, int at, float[] out, int to, int count) {
    switch (function) {
      case NEGATE -> ScalarUnary.affine(-1, 0, x, at, out, to, count);
      case AFFINE -> ScalarUnary.affine(p, q, x, at, out, to, count);
      case ABS -> ScalarUnary.abs(x, at, out, to, count);
      case SIGN -> ScalarUnary.sign(x, at, out, to, count);
      case SQUARE -> ScalarUnary.square(x, at, out, to, count);
      case SQRT -> ScalarUnary.sqrt(x, at, out, to, count);
      case RECIPROCAL -> ScalarUnary.reciprocal(x, at, out, to, count);
      case EXP -> ScalarUnary.exp(x, at, out, to, count);
      case LOG -> ScalarUnary.log(x, at, out, to, count);
      case TANH -> ScalarUnary.tanh(x, at, out, to, count);
      case SIGMOID -> ScalarUnary.sigmoid(x, at, out, to, count);
      case SOFTPLUS -> ScalarUnary.softplus(x, at, out, to, count);
      case LEAKY_RELU -> ScalarUnary.leakyRelu(p, x, at, out, to, count);
      case CLAMP -> ScalarUnary.clamp(p, q, x, at, out, to, count);
      case WITHIN -> ScalarUnary.within(p, q, x, at, out, to, count);
      case BELOW -> ScalarUnary.below(p, q, x, at, out, to, count);
    }
  }

  @Override
  public void binary(
      BinaryFunction function,
      float p,
      float[] a,
      int atA,
      float[] b,
      int atB,
      float[] out,
      int to,
      int count) {
    switch (function) {
      case ADD -> ScalarBinary.add(a, atA, b, atB, out, to, count);
      case SUBTRACT -> ScalarBinary.subtract(a, atA, b, atB, out, to, count);
      case MULTIPLY -> ScalarBinary.multiply(a, atA, b, atB, out, to, count);
      case DIVIDE -> ScalarBinary.divide(a, atA, b, atB, out, to, count);
      case MAXIMUM -> ScalarBinary.maximum(a, atA, b, atB, out, to, count);
      case TANH_GRADIENT -> ScalarBinary.tanhGradient(a, atA, b, atB, out, to, count);
      case SIGMOID_GRADIENT -> ScalarBinary.sigmoidGradient(a, atA, b, atB, out, to, count);
      case SOFTPLUS_GRADIENT -> ScalarBinary.softplusGradient(a, atA, b, atB, out, to, count);
      case LEAKY_RELU_GRADIENT -> ScalarBinary.leakyReluGradient(p, a, atA, b, atB, out, to, count);
    }
  }
}
