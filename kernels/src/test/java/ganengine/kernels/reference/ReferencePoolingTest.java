package ganengine.kernels.reference;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.Pooling;
import ganengine.kernels.Reduction;
import org.junit.jupiter.api.Test;

/** Pooling and reductions small enough to do by hand. */
class ReferencePoolingTest extends ReferenceFixture {
  /** 3 x 3 image, windows of 2 x 2 every 2 from -1: one, two, two and four of its numbers. */
  private static final Pooling PADDED = new Pooling(1, 3, 3, 1, 2, 2, 2, 2, 2, 2, 1, 1);

  @Test
  void maxTakesTheFirstOfEqualNumbersAndNoPadding() {
    Buffer y = room(4);
    Buffer indices = integers(0, 0, 0, 0);
    device.pooling().max(PADDED, reals(-1, -2, -2, -4, -6, -6, -5, -6, -6), y, indices);
    assertThat(read(y)).containsExactly(-1, -2, -4, -6);
    assertThat(readIntegers(indices)).containsExactly(0, 1, 3, 4);
  }

  @Test
  void maxTakesTheFirstNotANumber() {
    Buffer y = room(4);
    Buffer indices = integers(0, 0, 0, 0);
    double nan = Double.NaN;
    device.pooling().max(PADDED, reals(1, 2, 3, 4, 5, nan, 7, nan, 9), y, indices);
    assertThat(read(y)).containsExactly(1, 3, 7, nan);
    assertThat(readIntegers(indices)).containsExactly(0, 2, 6, 5);
  }

  @Test
  void averageCountsPadding() {
    Buffer y = room(4);
    device.pooling().average(PADDED, reals(4, 8, 12, 16, 20, 24, 28, 32, 36), y);
    assertThat(read(y)).containsExactly(1, 5, 11, 28);
  }

  @Test
  void averageGradientSharesOut() {
    Buffer gradX = room(9);
    device.pooling().averageGradient(PADDED, reals(4, 8, 12, 16), gradX);
    assertThat(read(gradX)).containsExactly(1, 2, 2, 3, 4, 4, 3, 4, 4);
  }

  @Test
  void sumOverTheMiddleAxis() {
    Buffer y = room(4);
    device
        .reduction()
        .sum(new Reduction(2, 3, 2), reals(1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60), y);
    assertThat(read(y)).containsExactly(6, 60, 15, 150);
  }

  @Test
  void maxOverTheMiddleAxis() {
    Buffer y = room(4);
    Buffer indices = integers(0, 0, 0, 0);
    device
        .reduction()
        .max(
            new Reduction(2, 3, 2),
            reals(1, 10, 3, 5, 3, 30, 4, -40, Double.NaN, -30, 6, -30),
            y,
            indices);
    assertThat(read(y)).containsExactly(3, 30, Double.NaN, -30);
    assertThat(readIntegers(indices)).containsExactly(2, 5, 8, 9);
  }
}
