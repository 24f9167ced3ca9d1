package ganengine.kernels.cpu;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.EnumMap;
import java.util.Map;

/**
 * Elementwise functions a vector at a time. What is left at the end of a piece goes through the
 * same loop, padded to a whole vector.
 *
 * <p>Loops are called through method handles in fields that are not final, so that the compiler
 * can't see through them. Otherwise it inlines a hot loop into its callers, there meets its limit
 * of inlining depth within the Vector API, and from then on makes an object of every vector: loops
 * that were fast become ten times slower for good.
 */
final class VectorPointwiseLoops implements PointwiseLoops {
  private static final int LANES = VectorLanes.SPECIES.length();
  private static final int BLOCK = 64 * LANES;

  private final Map<UnaryFunction, UnaryLoop> unary = new EnumMap<>(UnaryFunction.class);
  private final Map<BinaryFunction, BinaryLoop> binary = new EnumMap<>(BinaryFunction.class);
  private MethodHandle runUnary;
  private MethodHandle runBinary;

  VectorPointwiseLoops() throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    runUnary = lookup.unreflect(UnaryLoop.class.getMethods()[0]);
    runBinary = lookup.unreflect(BinaryLoop.class.getMethods()[0]);
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

  private UnaryLoop padding(UnaryLoop vectors) {
    return (p, q, x, at, out, to, count) -> {
      int whole = count - count % LANES;
      call(vectors, p, q, x, at, out, to, whole);
      if (whole < count) {
        float[] padded = new float[LANES];
        System.arraycopy(x, at + whole, padded, 0, count - whole);
        call(vectors, p, q, padded, 0, padded, 0, LANES);
        System.arraycopy(padded, 0, out, to + whole, count - whole);
      }
    };
  }

  private void call(
      UnaryLoop vectors, float p, float q, float[] x, int at, float[] out, int to, int count) {
    try {
      runUnary.invokeExact(vectors, p, q, x, at, out, to, count);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable checked) {
      throw new AssertionError("loops throw nothing checked", checked);
    }
  }

  private BinaryLoop padding(BinaryLoop vectors) {
    return (p, a, atA, b, atB, out, to, count) -> {
      int whole = count - count % LANES;
      call(vectors, p, a, atA, b, atB, out, to, whole);
      if (whole < count) {
        float[] padded = new float[2 * LANES];
        System.arraycopy(a, atA + whole, padded, 0, count - whole);
        System.arraycopy(b, atB + whole, padded, LANES, count - whole);
        call(vectors, p, padded, 0, padded, LANES, padded, 0, LANES);
        System.arraycopy(padded, 0, out, to + whole, count - whole);
      }
    };
  }

  private void call(
      BinaryLoop vectors,
      float p,
      float[] a,
      int atA,
      float[] b,
      int atB,
      float[] out,
      int to,
      int count) {
    try {
      runBinary.invokeExact(vectors, p, a, atA, b, atB, out, to, count);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable checked) {
      throw new AssertionError("loops throw nothing checked", checked);
    }
  }

  /**
   * Two loops over short blocks: an exponential and a logarithm in one are more than the compiler
   * inlines at once.
   */
  private UnaryLoop softplus() {
    UnaryLoop first = (p, q, x, at, e, to, n) -> VectorUnary.expOfNegativeSize(x, at, e, to, n);
    BinaryLoop second =
        (p, e, at, x, atX, out, to, n) -> VectorBinary.softplus(e, at, x, atX, out, to, n);
    return (p, q, x, at, out, to, count) -> {
      float[] e = new float[Math.min(count, BLOCK)];
      for (int from = 0; from < count; from += BLOCK) {
        int n = Math.min(BLOCK, count - from);
        call(first, p, q, x, at + from, e, 0, n);
        call(second, p, e, 0, x, at + from, out, to + from, n);
      }
    };
  }

  private UnaryLoop ofWholeVectors(UnaryFunction function) {
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
      case SOFTPLUS -> softplus();
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
