package ganengine.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.UnaryFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exponentials and logarithms keep the error bounds that they state, over all of float. */
class ElementwiseAccuracyTest {
  /** Results of a smaller size may be 0. */
  private static final double SMALLEST = 1e-37;

  /** Distance of the bit patterns tried: prime, so that mantissas and exponents vary. */
  private static final int STEP = 20_011;

  @ParameterizedTest
  @EnumSource(names = {"EXP", "TANH", "SIGMOID", "SOFTPLUS", "LOG"})
  void staysWithinThreeUnitsInTheLastPlace(UnaryFunction function) {
    float[] x = everyKindOfFloat();
    float[] y = new float[x.length];
    Loops.POINTWISE.unary(function).run(0, 0, x, 0, y, 0, x.length);
    DoubleUnaryOperator exact = exact(function);
    for (int i = 0; i < x.length; i++) {
      double expected = exact.applyAsDouble(x[i]);
      assertThat(agrees(expected, y[i]))
          .as("%s(%s) = %s, expected %s", function, x[i], y[i], expected)
          .isTrue();
    }
  }

  private static float[] everyKindOfFloat() {
    float[] x = new float[(int) ((1L << 32) / STEP)];
    for (int i = 0; i < x.length; i++) {
      x[i] = Float.intBitsToFloat(i * STEP);
    }
    return x;
  }

  private static boolean agrees(double expected, float found) {
    float rounded = (float) expected;
    if (Float.isNaN(rounded) || Float.isInfinite(rounded)) {
      return Float.compare(found, rounded) == 0;
    }
    return Math.abs(found - expected) <= Math.max(SMALLEST, 3 * Math.ulp(rounded));
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
