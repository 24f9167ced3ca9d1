package ganengine.kernels.cuda;

import static ganengine.kernels.cuda.BothVariants.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.OnDevice;
import ganengine.kernels.Pooling;
import ganengine.kernels.PoolingKernels;
import ganengine.kernels.Reduction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pooling, maxima and sums of bfloat16 numbers. */
@OnCard
class Bfloat16ReductionTest {
  private static BothVariants variants;

  @BeforeAll
  static void openDevice() {
    variants = new BothVariants();
  }

  @AfterAll
  static void closeDevice() {
    variants.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 16})
  void pooling(int channels) {
    Pooling size = new Pooling(2, 9, 8, channels, 5, 4, 3, 3, 2, 2, 1, 1);
    int in = size.inputSize();
    int out = size.outputSize();
    PoolingKernels pooling = variants.device().pooling();
    variants.assertRounds(
        out, b -> variants.withRoom(out, i -> pooling.max(size, b[0], b[1], i)), numbers(in));
    variants.assertRounds(out, b -> pooling.average(size, b[0], b[1]), numbers(in));
    variants.assertRounds(in, b -> pooling.averageGradient(size, b[0], b[1]), numbers(out));
  }

  @ParameterizedTest
  @CsvSource({"3, 700, 1", "5, 8, 6"})
  void max(int outer, int reduced, int inner) {
    Reduction size = new Reduction(outer, reduced, inner);
    variants.assertRounds(
        outer * inner,
        b ->
            variants.withRoom(
                outer * inner, i -> variants.device().reduction().max(size, b[0], b[1], i)),
        numbers(outer * reduced * inner));
  }

  /** Sums come out as REAL; the two variants add in different orders. */
  @ParameterizedTest
  @CsvSource({"1, 100003, 1", "40, 24, 1", "2, 5001, 1", "1, 3000, 64", "3, 500, 7"})
  void sum(int outer, int reduced, int inner) {
    float[] x = numbers(outer * reduced * inner);
    double[] expected = new double[outer * inner];
    double[] sizes = new double[outer * inner];
    for (int i = 0; i < x.length; i++) {
      int at = i / inner / reduced * inner + i % inner;
      expected[at] += x[i];
      sizes[at] += Math.abs(x[i]);
    }
    Buffer terms = variants.upload(ElementType.BFLOAT16, x);
    Buffer y = OnDevice.room(variants.device(), expected.length);
    variants.device().reduction().sum(new Reduction(outer, reduced, inner), terms, y);
    double[] found = OnDevice.read(variants.device(), y);
    variants.device().release(y);
    variants.device().release(terms);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(found[i] - expected[i])).as("sum %d", i).isLessThan(1e-6 * sizes[i]);
    }
  }
}
