package ganengine.kernels.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Buffer;
import ganengine.kernels.UnaryFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pointwise functions at points where their values are known. */
class ReferencePointwiseTest extends ReferenceFixture {
  @ParameterizedTest
  @CsvSource({
    "NEGATE, 0, 0, 3, -3",
    "AFFINE, 2, 5, 3, 11",
    "ABS, 0, 0, -3, 3",
    "SIGN, 0, 0, -3, -1",
    "SIGN, 0, 0, 0, 0",
    "SQUARE, 0, 0, -3, 9",
    "SQRT, 0, 0, 9, 3",
    "RECIPROCAL, 0, 0, 4, 0.25",
    "EXP, 0, 0, 1, 2.718281828459045",
    "LOG, 0, 0, 10, 2.302585092994046",
    "TANH, 0, 0, 1, 0.7615941559557649",
    "SIGMOID, 0, 0, 1, 0.7310585786300049",
    "SIGMOID, 0, 0, -1000, 0",
    "SIGMOID, 0, 0, 1000, 1",
    "SOFTPLUS, 0, 0, 0, 0.6931471805599453",
    "SOFTPLUS, 0, 0, 1000, 1000",
    "SOFTPLUS, 0, 0, -40, 4.248354255291589e-18",
    "LEAKY_RELU, 0.2, 0, -5, -1",
    "LEAKY_RELU, 0.2, 0, 5, 5",
    "CLAMP, -1, 2, -5, -1",
    "CLAMP, -1, 2, 1.5, 1.5",
    "CLAMP, -1, 2, 5, 2",
    "WITHIN, -1, 2, -1, 1",
    "WITHIN, -1, 2, 2, 1",
    "WITHIN, -1, 2, 2.1, 0",
    "BELOW, 0.5, 4, 0.4, 4",
    "BELOW, 0.5, 4, 0.5, 0",
    "CLAMP, -1, 2, NaN, NaN",
    "LEAKY_RELU, 0, 0, NaN, NaN",
    "SIGN, 0, 0, NaN, NaN",
    "WITHIN, -1, 2, NaN, 0",
    "BELOW, 0.5, 4, NaN, 0"
  })
  void unary(UnaryFunction function, double p, double q, double x, double expected) {
    Buffer out = room(1);
    device.pointwise().unary(function, p, q, reals(x), out);
    if (Double.isNaN(expected)) {
      assertThat(read(out)[0]).isNaN();
    } else {
      assertThat(read(out)[0]).isCloseTo(expected, within(Math.abs(expected) * 1e-15));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ADD, 3, 4, 7",
    "SUBTRACT, 3, 4, -1",
    "MULTIPLY, 3, 4, 12",
    "DIVIDE, 3, 4, 0.75",
    "MAXIMUM, 3, 4, 4",
    "MAXIMUM, 3, NaN, NaN",
    "TANH_GRADIENT, 2, 0.5, 1.5",
    "SIGMOID_GRADIENT, 2, 0.25, 0.375",
    "SOFTPLUS_GRADIENT, 2, 0, 1",
    "LEAKY_RELU_GRADIENT, 2, -1, 0.2",
    "LEAKY_RELU_GRADIENT, 2, 0, 0.2",
    "LEAKY_RELU_GRADIENT, 2, 1, 2",
    "LEAKY_RELU_GRADIENT, 2, NaN, 0.2"
  })
  void binary(BinaryFunction function, double a, double b, double expected) {
    Buffer out = room(1);
    device.pointwise().binary(function, 0.1, Broadcast.same(1), reals(a), reals(b), out);
    assertThat(read(out)).containsExactly(expected);
  }

  @Test
  void aColumnMeetsARow() {
    Buffer out = room(6);
    Broadcast broadcast = Broadcast.of(new int[] {2, 1}, new int[] {1, 3});
    device
        .pointwise()
        .binary(BinaryFunction.SUBTRACT, 0, broadcast, reals(10, 20), reals(1, 2, 3), out);
    assertThat(read(out)).containsExactly(9, 8, 7, 19, 18, 17);
  }
}
