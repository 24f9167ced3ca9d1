package ganengine.kernels.cpu;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;
import java.util.EnumMap;
import java.util.Map;

/**
 * Elementwise functions a vector at a time. What is left at the end of a piece goes through the
 * same loop, padded to a whole vector.
 */
final class VectorPointwiseLoops implements PointwiseLoops {
  private static final int LANES = VectorLanes.SPECIES.length();

  private final Map<UnaryFunction, UnaryLoop> unary = new EnumMap<>(UnaryFunction.class);
  private final Map<BinaryFunction, BinaryLoop> binary = new EnumMap<>(BinaryFunction.class);

  VectorPointwiseLoops() {
    for (UnaryFunction function : UnaryFunction.values()) {
      unary.put(function, padding(ofWholeVectors(function)));
    }
    for (BinaryFunction function : BinaryFunction.values()) {
      binary.put(function, padding(ofWholeVectors(function)));
    }
  }

  @Override
  public UnaryLoop unary(UnaryFunction function) {
    return unary.get(function);
  }

  @Override
  public BinaryLoop binary(BinaryFunction function) {
    return binary.get(function);
  }

  private static UnaryLoop padding(UnaryLoop vectors) {
    return (p, q, x, at, out, to, count) -> {
      int whole = count - count % LANES;
      vectors.run(p, q, x, at, out, to, whole);
      if (whole < count) {
        float[] padded = new float[LANES];
        System.arraycopy(x, at + whole, padded, 0, count - whole);
        vectors.run(p, q, padded, 0, padded, 0, LANES);
        System.arraycopy(padded, 0, out, to + whole, count - whole);
      }
    };
  }

  private static BinaryLoop padding(BinaryLoop vectors) {
    return (p, a, atA, b, atB, out, to, count) -> {
      int whole = count - count % LANES;
      vectors.run(p, a, atA, b, atB, out, to, whole);
      if (whole < count) {
        float[] padded = new float[2 * LANES];
        System.arraycopy(a, atA + whole, padded, 0, count - whole);
        System.arraycopy(b, atB + whole, padded, LANES, count - whole);
        vectors.run(p, padded, 0, padded, LANES, padded, 0, LANES);
        System.arraycopy(padded, 0, out, to + whole, count - whole);
      }
    };
  }

  private static UnaryLoop ofWholeVectors(UnaryFunction function) {
    return switch (function) {
      case NEGATE -> (p, q, x, at, out, to, n) -> VectorUnary.negate(x, at, out, to, n);
      case AFFINE -> (p, q, x, at, out, to, n) -> VectorUnary.affine(p, q, x, at, out, to, n);
      case ABS -> (p, q, x, at, out, to, n) -> VectorUnary.abs(x, at, out, to, n);
      case SIGN -> (p, q, x, at, out, to, n) -> VectorUnary.sign(x, at, out, to, n);
      case SQUARE -> (p, q, x, at, out, to, n) -> VectorUnary.square(x, at, out, to, n);
      case SQRT -> (p, q, x, at, out, to, n) -> VectorUnary.sqrt(x, at, out, to, n);
      case RECIPROCAL -> (p, q, x, at, out, to, n) -> VectorUnary.reciprocal(x, at, out, to, n);
      case EXP -> (p, q, x, at, out, to, n) -> VectorUnary.exp(x, at, out, to, n);
      case LOG -> (p, q, x, at, out, to, n) -> VectorUnary.log(x, at, out, to, n);
      case TANH -> (p, q, x, at, out, to, n) -> VectorUnary.tanh(x, at, out, to, n);
      case SIGMOID -> (p, q, x, at, out, to, n) -> VectorUnary.sigmoid(x, at, out, to, n);
      case SOFTPLUS -> (p, q, x, at, out, to, n) -> VectorUnary.softplus(x, at, out, to, n);
      case LEAKY_RELU -> (p, q, x, at, out, to, n) -> VectorUnary.leakyRelu(p, x, at, out, to, n);
      case CLAMP -> (p, q, x, at, out, to, n) -> VectorUnary.clamp(p, q, x, at, out, to, n);
      case WITHIN -> (p, q, x, at, out, to, n) -> VectorUnary.within(p, q, x, at, out, to, n);
      case BELOW -> (p, q, x, at, out, to, n) -> VectorUnary.below(p, q, x, at, out, to, n);
    };
  }

  private static BinaryLoop ofWholeVectors(BinaryFunction function) {
    return switch (function) {
      case ADD -> (p, a, atA, b, atB, out, to, n) -> VectorBinary.add(a, atA, b, atB, out, to, n);
      case SUBTRACT ->
          (p, a, atA, b, atB, out, to, n) -> VectorBinary.subtract(a, atA, b, atB, out, to, n);
      case MULTIPLY ->
          (p, a, atA, b, atB, out, to, n) -> VectorBinary.multiply(a, atA, b, atB, out, to, n);
      case DIVIDE ->
          (p, a, atA, b, atB, out, to, n) -> VectorBinary.divide(a, atA, b, atB, out, to, n);
      case MAXIMUM ->
          (p, a, atA, b, atB, out, to, n) -> VectorBinary.maximum(a, atA, b, atB, out, to, n);
      case TANH_GRADIENT ->
          (p, a, atA, b, atB, out, to, n) -> VectorBinary.tanhGradient(a, atA, b, atB, out, to, n);
      case SIGMOID_GRADIENT ->
          (p, a, atA, b, atB, out, to, n) ->
              VectorBinary.sigmoidGradient(a, atA, b, atB, out, to, n);
      case SOFTPLUS_GRADIENT ->
          (p, a, atA, b, atB, out, to, n) ->
              VectorBinary.softplusGradient(a, atA, b, atB, out, to, n);
      case LEAKY_RELU_GRADIENT ->
          (p, a, atA, b, atB, out, to, n) ->
              VectorBinary.leakyReluGradient(p, a, atA, b, atB, out, to, n);
    };
  }
}
