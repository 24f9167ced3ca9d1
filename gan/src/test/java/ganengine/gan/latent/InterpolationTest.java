package ganengine.gan.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows of images of two numbers each. */
class InterpolationTest {
  private static final float[] IMAGES = {0, 0, 1, 5, 2, 2, /* next row */ 3, 3, 4, 4, 9, 9};
  private static final Interpolation WALKED = new Interpolation(IMAGES, 2, 3, new int[] {7, 8});

  @Test
  void rowsAndFramesArePickedOut() {
    assertThat(WALKED.row(1)).containsExactly(3, 3, 4, 4, 9, 9);
    assertThat(WALKED.frame(1)).containsExactly(1, 5, 4, 4);
  }

  @Test
  void thereAndBackShowsEachEndOnce() {
    assertThat(WALKED.thereAndBack()).containsExactly(0, 1, 2, 1);
    assertThat(new Interpolation(IMAGES, 3, 2, new int[0]).thereAndBack()).containsExactly(0, 1);
  }

  @Test
  void aCrossFadeGoesStraightBetweenTheEnds() {
    assertThat(WALKED.crossFade(0)).containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(WALKED.row(0)).containsExactly(0, 0, 1, 5, 2, 2);
  }

  @Test
  void withoutAClassifierItIsMeasuredInPixels() {
    InterpolationReport report = InterpolationReport.of(WALKED, Optional.empty());
    double first = Math.sqrt(2);
    double second = Math.sqrt(50);
    assertThat(report.pairs().get(1))
        .isEqualTo(
            new InterpolationReport.Pair(
                1,
                2,
                8,
                new Smoothness(second, (first + second) / 2, second / ((first + second) / 2)),
                null,
                null,
                null));
    assertThat(report.features()).isNull();
    assertThat(report.pixels().worst()).isEqualTo(report.pairs().get(1).pixels().ratio());
  }
}
