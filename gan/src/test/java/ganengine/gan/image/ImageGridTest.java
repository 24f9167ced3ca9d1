package ganengine.gan.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ImageGridTest {
  private static final int GAP = 48;

  private static int grey(BufferedImage picture, int x, int y) {
    return picture.getRaster().getSample(x, y, 0);
  }

  @Test
  void valuesBecomeBytes() {
    float[] values = {-1, 1, 0, -2, 5, Float.NaN};
    BufferedImage picture = ImageGrid.single(values, 0, 2, 3, 1);
    int[] levels = picture.getRaster().getPixels(0, 0, 3, 2, (int[]) null);
    assertThat(levels).containsExactly(0, 255, 128, 0, 255, 0);
  }

  @Test
  void everyByteSurvivesTheWayToTheNetworkAndBack() {
    float[] values = new float[256];
    for (int i = 0; i < 256; i++) {
      values[i] = i * (2 / 255f) - 1;
    }
    BufferedImage picture = ImageGrid.single(values, 0, 1, 256, 1);
    for (int i = 0; i < 256; i++) {
      assertThat(grey(picture, i, 0)).isEqualTo(i);
    }
  }

  @Test
  void gridIsRowAfterRowWithGaps() {
    float[] images = new float[5 * 64 * 64];
    for (int i = 0; i < images.length; i++) {
      int number = i / (64 * 64);
      images[i] = number * 0.2f;
    }
    BufferedImage picture = ImageGrid.of(images, 64, 64, 1);
    assertThat(picture.getWidth()).isEqualTo(3 * 66 + 2);
    assertThat(picture.getHeight()).isEqualTo(2 * 66 + 2);
    assertThat(grey(picture, 0, 0)).isEqualTo(GAP);
    assertThat(grey(picture, 2, 2)).isEqualTo(128);
    assertThat(grey(picture, 65, 65)).isEqualTo(128);
    assertThat(grey(picture, 66, 2)).isEqualTo(GAP);
    assertThat(grey(picture, 68, 2)).isEqualTo(153);
    assertThat(grey(picture, 2, 68)).isEqualTo(204);
    assertThat(grey(picture, 2 + 2 * 66, 68)).as("empty place").isEqualTo(GAP);
  }

  @Test
  void smallImagesAreEnlarged() {
    BufferedImage picture = ImageGrid.of(new float[28 * 28], 28, 28, 1, 1, 1);
    assertThat(picture.getWidth()).isEqualTo(2 * 28 + 4);
    assertThat(grey(picture, 57, 57)).isEqualTo(128);
    assertThat(grey(picture, 58, 58)).isEqualTo(GAP);
  }

  @Test
  void coloursAreRedGreenBlue() {
    float[] values = {9, 9, 9, 1, 0, -1};
    BufferedImage picture = ImageGrid.single(values, 1, 1, 1, 3);
    assertThat(picture.getRGB(0, 0)).isEqualTo(0xFFFF8000);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> ImageGrid.of(new float[5], 2, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ImageGrid.of(new float[8], 2, 2, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ImageGrid.of(new float[8], 2, 2, 2, 1, 1))
        .hasMessage("an image has 1 or 3 channels, found 2");
  }
}
