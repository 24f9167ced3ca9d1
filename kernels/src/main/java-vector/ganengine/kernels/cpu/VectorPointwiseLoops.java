package ganengine.kernels.cpu;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;

/**
 * Elementwise functions a vector at a time, each with a loop of its own. What is left at the end of
 * a piece goes through the same loop, padded to a whole vector.
 */
final class VectorPointwiseLoops implements PointwiseLoops {
  private static final int LANES = VectorLanes.SPECIES.length();

  @Override
  public void unary(
      UnaryFunction function, float p, float q, float[] x, int at, float[] out, int to, int count) {
    int whole = count - count % LANES;
    vectors(function, p, q, x, at, out, to, whole);
    if (whole < count) {
      float[] padded = new float[LANES];
      System.arraycopy(x, at + whole, padded, 0, count - whole);
      vectors(function, p, q, padded, 0, padded, 0, LANES);
      System.arraycopy(padded, 0, out, to + whole, count - whole);
    }
  }

  private static void vectors(
      UnaryFunction function, float p, float q, float[] x, int at, float[] out, int to, int count) {
    switch (function) {
      case NEGATE -> VectorUnary.negate(x, at, out, to, count);
      case AFFINE -> VectorUnary.affine(p, q, x, at, out, to, count);
      case ABS -> VectorUnary.abs(x, at, out, to, count);
      case SIGN -> VectorUnary.sign(x, at, out, to, count);
      case SQUARE -> VectorUnary.square(x, at, out, to, count);
      case SQRT -> VectorUnary.sqrt(x, at, out, to, count);
      case RECIPROCAL -> VectorUnary.reciprocal(x, at, out, to, count);
      case EXP -> VectorUnary.exp(x, at, out, to, count);
      case LOG -> VectorUnary.log(x, at, out, to, count);
      case TANH -> VectorUnary.tanh(x, at, out, to, count);
      case SIGMOID -> VectorUnary.sigmoid(x, at, out, to, count);
      case SOFTPLUS -> VectorUnary.softplus(x, at, out, to, count);
      case LEAKY_RELU -> VectorUnary.leakyRelu(p, x, at, out, to, count);
      case CLAMP -> VectorUnary.clamp(p, q, x, at, out, to, count);
      case WITHIN -> VectorUnary.within(p, q, x, at, out, to, count);
      case BELOW -> VectorUnary.below(p, q, x, at, out, to, count);
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
    int whole = count - count % LANES;
    vectors(function, p, a, atA, b, atB, out, to, whole);
    if (whole < count) {
      float[] padded = new float[2 * LANES];
      System.arraycopy(a, atA + whole, padded, 0, count - whole);
      System.arraycopy(b, atB + whole, padded, LANES, count - whole);
      vectors(function, p, padded, 0, padded, LANES, padded, 0, LANES);
      System.arraycopy(padded, 0, out, to + whole, count - whole);
    }
  }

  private static void vectors(
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
      case ADD -> VectorBinary.add(a, atA, b, atB, out, to, count);
      case SUBTRACT -> VectorBinary.subtract(a, atA, b, atB, out, to, count);
      case MULTIPLY -> VectorBinary.multiply(a, atA, b, atB, out, to, count);
      case DIVIDE -> VectorBinary.divide(a, atA, b, atB, out, to, count);
      case MAXIMUM -> VectorBinary.maximum(a, atA, b, atB, out, to, count);
      case TANH_GRADIENT -> VectorBinary.tanhGradient(a, atA, b, atB, out, to, count);
      case SIGMOID_GRADIENT -> VectorBinary.sigmoidGradient(a, atA, b, atB, out, to, count);
      case SOFTPLUS_GRADIENT -> VectorBinary.softplusGradient(a, atA, b, atB, out, to, count);
      case LEAKY_RELU_GRADIENT -> VectorBinary.leakyReluGradient(p, a, atA, b, atB, out, to, count);
    }
  }
}
