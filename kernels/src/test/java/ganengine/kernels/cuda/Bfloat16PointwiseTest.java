package ganengine.kernels.cuda;

import static ganengine.kernels.cuda.BothVariants.numbers;
import static ganengine.kernels.cuda.BothVariants.rounded;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Dims;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.UnaryFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All elementwise functions on bfloat16, by every way in which two operands can meet. */
@OnCard
class Bfloat16PointwiseTest {
  private static final int COUNT = 1003;
  private static final double P = 0.25;
  private static final double Q = 1.5;
  private static final float[] SPECIAL = {
    0, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e-30f, 3e38f, -3e38f, -89
  };
  private static final int[][][] MEETINGS = {
    {{COUNT}, {COUNT}},
    {{COUNT}, {1}},
    {{1}, {COUNT}},
    {{37, 24}, {1, 24}},
    {{37, 1}, {37, 24}},
    {{37, 7}, {1, 7}},
    {{5, 3, 8}, {5, 1, 8}}
  };

  private static BothVariants variants;

  @BeforeAll
  static void openDevice() {
    variants = new BothVariants();
  }

  @AfterAll
  static void closeDevice() {
    variants.close();
  }

  private static PointwiseKernels pointwise() {
    return variants.device().pointwise();
  }

  @Test
  void fill() {
    variants.assertRounds(COUNT, b -> pointwise().fill(0.3, b[0]));
  }

  @TestFactory
  Stream<DynamicTest> unary() {
    float[] x = numbers(COUNT);
    System.arraycopy(rounded(SPECIAL), 0, x, 500, SPECIAL.length);
    return Stream.of(UnaryFunction.values())
        .map(
            f ->
                dynamicTest(
                    f.name(),
                    () ->
                        variants.assertRounds(
                            COUNT, b -> pointwise().unary(f, P, Q, b[0], b[1]), x)));
  }

  @TestFactory
  Stream<DynamicTest> binary() {
    return Stream.of(BinaryFunction.values())
        .flatMap(f -> Stream.of(MEETINGS).map(m -> binary(f, Dims.of(m[0]), Dims.of(m[1]))));
  }

  private static DynamicTest binary(BinaryFunction function, Dims a, Dims b) {
    Broadcast meeting = Broadcast.of(a.toArray(), b.toArray());
    return dynamicTest(
        function + " " + a + " with " + b,
        () ->
            variants.assertRounds(
                meeting.outputSize(),
                o -> pointwise().binary(function, P, meeting, o[0], o[1], o[2]),
                numbers(a.product()),
                numbers(b.product())));
  }
}
