package ganengine.kernels.reference;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.Gemm;
import org.junit.jupiter.api.Test;

/** [1 2; 3 4; 5 6] [1 10 100 1000; 2 20 200 2000] stored in all four ways. */
class ReferenceMatrixTest extends ReferenceFixture {
  private static final double[] A = {1, 2, 3, 4, 5, 6};
  private static final double[] A_TRANSPOSED = {1, 3, 5, 2, 4, 6};
  private static final double[] B = {1, 10, 100, 1000, 2, 20, 200, 2000};
  private static final double[] B_TRANSPOSED = {1, 2, 10, 20, 100, 200, 1000, 2000};
  private static final double[] PRODUCT = {
    5, 50, 500, 5000, 11, 110, 1100, 11_000, 17, 170, 1700, 17_000
  };

  @Test
  void plain() {
    assertThat(product(false, false, A, B)).containsExactly(PRODUCT);
  }

  @Test
  void transposedA() {
    assertThat(product(true, false, A_TRANSPOSED, B)).containsExactly(PRODUCT);
  }

  @Test
  void transposedB() {
    assertThat(product(false, true, A, B_TRANSPOSED)).containsExactly(PRODUCT);
  }

  @Test
  void transposedBoth() {
    assertThat(product(true, true, A_TRANSPOSED, B_TRANSPOSED)).containsExactly(PRODUCT);
  }

  @Test
  void batchesFollowEachOther() {
    Buffer out = room(2);
    device
        .matrix()
        .gemm(new Gemm(2, 1, 1, 2, false, false), reals(1, 2, 3, 4), reals(5, 6, 7, 8), out);
    assertThat(read(out)).containsExactly(17, 53);
  }

  private double[] product(boolean transposeA, boolean transposeB, double[] a, double[] b) {
    Buffer out = room(12);
    device.matrix().gemm(new Gemm(1, 3, 4, 2, transposeA, transposeB), reals(a), reals(b), out);
    return read(out);
  }
}
