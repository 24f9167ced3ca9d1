package ganengine.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The geometry records merge axes as their documentation promises. */
class GeometryTest {
  @Test
  void equalShapesMeetAsOneAxis() {
    assertThat(Broadcast.of(new int[] {2, 3, 4}, new int[] {2, 3, 4}))
        .isEqualTo(Broadcast.same(24));
  }

  @Test
  void aBiasOverChannelsMeetsAsRowsAndColumns() {
    assertThat(Broadcast.of(new int[] {2, 3, 4, 5}, new int[] {1, 1, 1, 5}))
        .isEqualTo(new Broadcast(Dims.of(24, 5), Dims.of(5, 1), Dims.of(0, 1)));
  }

  @Test
  void aScalarHasStrideZero() {
    assertThat(Broadcast.of(new int[] {1, 1}, new int[] {3, 4}))
        .isEqualTo(new Broadcast(Dims.of(12), Dims.of(0), Dims.of(1)));
  }

  @Test
  void twoScalarsAreOneElement() {
    assertThat(Broadcast.of(new int[] {1, 1}, new int[] {1, 1})).isEqualTo(Broadcast.same(1));
  }

  @Test
  void axesThatAreRepeatedDifferentlyStayApart() {
    assertThat(Broadcast.of(new int[] {2, 1, 4}, new int[] {1, 3, 4}))
        .isEqualTo(new Broadcast(Dims.of(2, 3, 4), Dims.of(4, 0, 1), Dims.of(0, 4, 1)));
  }

  @Test
  void aDenseCopyIsOneAxis() {
    assertThat(
            StridedCopy.of(
                new int[] {2, 1, 3, 4}, new int[] {12, 7, 4, 1}, 5, new int[] {12, 12, 4, 1}, 6))
        .isEqualTo(new StridedCopy(Dims.of(24), Dims.of(1), 5, Dims.of(1), 6));
  }

  @Test
  void aCropKeepsTheAxisWhoseRowsAreCut() {
    assertThat(
            StridedCopy.of(new int[] {2, 3, 4}, new int[] {40, 8, 1}, 0, new int[] {12, 4, 1}, 0))
        .isEqualTo(new StridedCopy(Dims.of(2, 3, 4), Dims.of(40, 8, 1), 0, Dims.of(12, 4, 1), 0));
  }

  @Test
  void sizesOfAConvolution() {
    Convolution size = new Convolution(2, 9, 8, 6, 5, 4, 10, 3, 2, 2, 2, 1, 0, 1, 1, 2);
    assertThat(size.inputSize()).isEqualTo(2 * 9 * 8 * 6);
    assertThat(size.outputSize()).isEqualTo(2 * 5 * 4 * 10);
    assertThat(size.filterSize()).isEqualTo(10 * 3 * 2 * 3);
    assertThat(size.multiplyAdds()).isEqualTo(2L * 5 * 4 * 10 * 3 * 2 * 3);
  }
}
