package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.gan.UserError;
import org.junit.jupiter.api.Test;

final class InceptionScoreTest {
  @Test
  void sureAndEquallyOftenIsTheNumberOfClasses() {
    assertThat(InceptionScore.of(cycling(120, 4)).mean()).isCloseTo(4, within(1e-6));
  }

  @Test
  void alwaysTheSameClassIsOne() {
    assertThat(InceptionScore.of(cycling(100, 1)).mean()).isCloseTo(1, within(1e-6));
  }

  @Test
  void undecidedIsOne() {
    float[] halves = new float[200];
    java.util.Arrays.fill(halves, 0.5f);

    assertThat(InceptionScore.of(new Features(halves, 100, 2)).mean()).isCloseTo(1, within(1e-6));
  }

  @Test
  void fewerThanTenImagesAreRefused() {
    assertThatThrownBy(() -> InceptionScore.of(cycling(9, 4)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at least 10 samples, found 9");
  }

  @Test
  void labelsThatAreSeenAsAskedFor() {
    assertThat(LabelAccuracy.of(new int[] {1, 2, 3, 4}, new int[] {1, 2, 3, 9})).isEqualTo(0.75);
    assertThatThrownBy(() -> LabelAccuracy.of(null, new int[] {1}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("needs a generator that takes labels");
    assertThatThrownBy(() -> LabelAccuracy.of(new int[] {1}, new int[] {1, 2}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 labels for 2 images");
  }

  /** Rows sure of class 0, 1, .. {@code used} - 1, 0, ...; width 4, and as many of each a split. */
  private static Features cycling(int rows, int used) {
    float[] values = new float[rows * 4];
    for (int i = 0; i < rows; i++) {
      values[i * 4 + i % used] = 1;
    }
    return new Features(values, rows, 4);
  }
}
