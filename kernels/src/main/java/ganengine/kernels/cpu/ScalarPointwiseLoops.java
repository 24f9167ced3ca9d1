package ganengine.kernels.cpu;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;

/** Elementwise functions one number at a time. */
final class ScalarPointwiseLoops implements PointwiseLoops {
  @Override
  public UnaryLoop unary(UnaryFunction function) {
    return switch (function) {
      case NEGATE -> (p, q, x, at, out, to, n) -> ScalarUnary.negate(x, at, out, to, n);
      case AFFINE -> (p, q, x, at, out, to, n) -> ScalarUnary.affine(p, q, x, at, out, to, n);
      case ABS -> (p, q, x, at, out, to, n) -> ScalarUnary.abs(x, at, out, to, n);
      case SIGN -> (p, q, x, at, out, to, n) -> ScalarUnary.sign(x, at, out, to, n);
      case SQUARE -> (p, q, x, at, out, to, n) -> ScalarUnary.square(x, at, out, to, n);
      case SQRT -> (p, q, x, at, out, to, n) -> ScalarUnary.sqrt(x, at, out, to, n);
      case RECIPROCAL -> (p, q, x, at, out, to, n) -> ScalarUnary.reciprocal(x, at, out, to, n);
      case EXP -> (p, q, x, at, out, to, n) -> ScalarUnary.exp(x, at, out, to, n);
      case LOG -> (p, q, x, at, out, to, n) -> ScalarUnary.log(x, at, out, to, n);
      case TANH -> (p, q, x, at, out, to, n) -> ScalarUnary.tanh(x, at, out, to, n);
      case SIGMOID -> (p, q, x, at, out, to, n) -> ScalarUnary.sigmoid(x, at, out, to, n);
      case SOFTPLUS -> (p, q, x, at, out, to, n) -> ScalarUnary.softplus(x, at, out, to, n);
      case LEAKY_RELU -> (p, q, x, at, out, to, n) -> ScalarUnary.leakyRelu(p, x, at, out, to, n);
      case CLAMP -> (p, q, x, at, out, to, n) -> ScalarUnary.clamp(p, q, x, at, out, to, n);
      case WITHIN -> (p, q, x, at, out, to, n) -> ScalarUnary.within(p, q, x, at, out, to, n);
      case BELOW -> (p, q, x, at, out, to, n) -> ScalarUnary.below(p, q, x, at, out, to, n);
    };
  }

  @Override
  public BinaryLoop binary(BinaryFunction function) {
    return switch (function) {
      case ADD -> (p, a, atA, b, atB, out, to, n) -> ScalarBinary.add(a, atA, b, atB, out, to, n);
      case SUBTRACT ->
          (p, a, atA, b, atB, out, to, n) -> ScalarBinary.subtract(a, atA, b, atB, out, to, n);
      case MULTIPLY ->
          (p, a, atA, b, atB, out, to, n) -> ScalarBinary.multiply(a, atA, b, atB, out, to, n);
      case DIVIDE ->
          (p, a, atA, b, atB, out, to, n) -> ScalarBinary.divide(a, atA, b, atB, out, to, n);
      case MAXIMUM ->
          (p, a, atA, b, atB, out, to, n) -> ScalarBinary.maximum(a, atA, b, atB, out, to, n);
      case TANH_GRADIENT ->
          (p, a, atA, b, atB, out, to, n) -> ScalarBinary.tanhGradient(a, atA, b, atB, out, to, n);
      case SIGMOID_GRADIENT ->
          (p, a, atA, b, atB, out, to, n) ->
              ScalarBinary.sigmoidGradient(a, atA, b, atB, out, to, n);
      case SOFTPLUS_GRADIENT ->
          (p, a, atA, b, atB, out, to, n) ->
              ScalarBinary.softplusGradient(a, atA, b, atB, out, to, n);
      case LEAKY_RELU_GRADIENT ->
          (p, a, atA, b, atB, out, to, n) ->
              ScalarBinary.leakyReluGradient(p, a, atA, b, atB, out, to, n);
    };
  }
}
