package ganengine.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exponentials and logarithms keep the error bounds that they state, in units in the last place,
 * over all of float: in vectors and one number at a time.
 */
class ElementwiseAccuracyTest {
  private static final List<PointwiseLoops> LOOPS =
      List.of(Loops.POINTWISE, new ScalarPointwiseLoops());

  /** Results of a smaller size may be 0. */
  private static final double SMALLEST = 0x1p-125;

  /** Distance of the bit patterns tried: prime, so that mantissas and exponents vary. */
  private static final int STEP = 20_011;

  /**
   * Where functions overflow, vanish, saturate or change their way; denormals' and floats' ends.
   */
  private static final float[] ENDS = {
    0,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NaN,
    88.72284f,
    86.99f,
    87.3f,
    87.33655f,
    103.97208f,
    20,
    16.635532f,
    9.010913f,
    1,
    0.70710677f
  };

  private static final int NEIGHBOURS = 100;

  private static final float[] X = everyKindOfFloat();

  @ParameterizedTest
  @CsvSource({"EXP, 2", "TANH, 3", "SIGMOID, 3", "SOFTPLUS, 3", "LOG, 1"})
  void staysWithinItsBound(UnaryFunction function, double bound) {
    for (PointwiseLoops loops : LOOPS) {
      float[] y = new float[X.length];
      loops.unary(function).run(0, 0, X, 0, y, 0, X.length);
      check(function.name(), exact(function), y, bound);
    }
  }

  /** The factor comes before what it is multiplied with vanishes. */
  @ParameterizedTest
  @ValueSource(floats = {1, -3, 1e30f})
  void softplusGradientStaysWithinFive(float factor) {
    float[] factors = new float[X.length];
    Arrays.fill(factors, factor);
    for (PointwiseLoops loops : LOOPS) {
      float[] y = new float[X.length];
      loops.binary(BinaryFunction.SOFTPLUS_GRADIENT).run(0, factors, 0, X, 0, y, 0, X.length);
      check(
          factor + " * sigmoid", x -> factor * exact(UnaryFunction.SIGMOID).applyAsDouble(x), y, 5);
    }
  }

  private static void check(String name, DoubleUnaryOperator exact, float[] y, double bound) {
    for (int i = 0; i < X.length; i++) {
      double expected = exact.applyAsDouble(X[i]);
      assertThat(agrees(expected, y[i], bound))
          .as("%s(%s) = %s, expected %s", name, X[i], y[i], expected)
          .isTrue();
    }
  }

  private static boolean agrees(double expected, float found, double bound) {
    float rounded = (float) expected;
    if (Float.isNaN(rounded) || Float.isInfinite(rounded)) {
      return Float.compare(found, rounded) == 0;
    }
    return Math.abs(found - expected) <= Math.max(SMALLEST, bound * Math.ulp(rounded));
  }

  /** All exponents with either sign, the ends with their neighbours, and -110 to 110 densely. */
  private static float[] everyKindOfFloat() {
    DoubleStream all =
        IntStream.range(0, (int) ((1L << 32) / STEP)).mapToDouble(i -> fromBits(i * STEP));
    DoubleStream ends =
        IntStream.range(0, ENDS.length)
            .map(i -> Float.floatToRawIntBits(ENDS[i]))
            .flatMap(bits -> IntStream.rangeClosed(bits - NEIGHBOURS, bits + NEIGHBOURS))
            .flatMap(bits -> IntStream.of(bits, bits ^ Integer.MIN_VALUE))
            .mapToDouble(ElementwiseAccuracyTest::fromBits);
    DoubleStream dense = IntStream.rangeClosed(-110 << 10, 110 << 10).mapToDouble(i -> i / 1024.0);
    double[] x = DoubleStream.concat(DoubleStream.concat(all, ends), dense).toArray();
    float[] floats = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      floats[i] = (float) x[i];
    }
    return floats;
  }

  private static double fromBits(int bits) {
    return Float.intBitsToFloat(bits);
  }

  private static DoubleUnaryOperator exact(UnaryFunction function) {
    return switch (function) {
      case EXP -> Math::exp;
      case TANH -> Math::tanh;
      case SIGMOID -> x -> 1 / (1 + Math.exp(-x));
      case SOFTPLUS -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      case LOG -> Math::log;
      default -> throw new IllegalArgumentException(function.name());
    };
  }
}
