package ganengine.gan.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionsTest {
  private static final int INK = 224;

  /** Two columns of 64 pixels, one row. */
  private static final BufferedImage GRID = ImageGrid.of(new float[2 * 64 * 64], 64, 64, 1, 1, 2);

  private static int ink(BufferedImage picture, int left, int top, int width, int height) {
    int found = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        found += picture.getRaster().getSample(x, y, 0) == INK ? 1 : 0;
      }
    }
    return found;
  }

  @Test
  void theGridIsInTheCornerAndTheCaptionsAboveAndBeside() {
    BufferedImage whole = Captions.around(GRID, List.of("1", ""), List.of("-"));

    assertThat(whole.getType()).isEqualTo(GRID.getType());
    assertThat(whole.getWidth()).isEqualTo(GRID.getWidth() + 2 * 5 + 8);
    assertThat(whole.getHeight()).isEqualTo(GRID.getHeight() + 2 * 7 + 8);
    for (int y = 0; y < GRID.getHeight(); y++) {
      assertThat(whole.getRaster().getSamples(18, 22 + y, GRID.getWidth(), 1, 0, (int[]) null))
          .isEqualTo(GRID.getRaster().getSamples(0, y, GRID.getWidth(), 1, 0, (int[]) null));
    }
    assertThat(ink(whole, 18, 0, 66, 22)).as("a 1 of 10 dots, twice as large").isEqualTo(10 * 4);
    assertThat(ink(whole, 84, 0, 66, 22)).isZero();
    assertThat(ink(whole, 0, 22, 18, 68)).as("a minus").isEqualTo(5 * 4);
  }

  @Test
  void wordsThatDoNotFitAreSmallInTheSameMargin() {
    BufferedImage whole = Captions.around(GRID, List.of("1", "projection"), List.of());
    assertThat(whole.getHeight()).isEqualTo(GRID.getHeight() + 22);
    assertThat(whole.getWidth()).isEqualTo(GRID.getWidth());
    assertThat(ink(whole, 0, 0, 66, 22)).isEqualTo(10);
  }

  @Test
  void withoutCaptionsNothingIsAdded() {
    BufferedImage whole = Captions.around(GRID, List.of(), List.of());
    assertThat(whole.getWidth()).isEqualTo(GRID.getWidth());
    assertThat(whole.getHeight()).isEqualTo(GRID.getHeight());
  }

  @Test
  void picturesStandBesideEachOther() {
    BufferedImage small = ImageGrid.single(new float[] {1, 1, 1, 1, 1, 1}, 0, 2, 3, 1);
    BufferedImage whole = Captions.besideEachOther(List.of(GRID, small));
    assertThat(whole.getWidth()).isEqualTo(GRID.getWidth() + 3);
    assertThat(whole.getHeight()).isEqualTo(GRID.getHeight());
    assertThat(whole.getRaster().getSample(GRID.getWidth() + 2, 1, 0)).isEqualTo(255);
    assertThat(whole.getRaster().getSample(GRID.getWidth() + 2, 2, 0)).isEqualTo(48);
  }
}
