package ganengine.gan.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SampleSheetTest {
  /** Five white and black images of 64 x 64, of classes 0, 1, 0, 1, 0: class 1 is white. */
  @Test
  void aRowForEachClass() {
    int size = 64 * 64;
    float[] images = new float[5 * size];
    for (int i = 0; i < images.length; i++) {
      images[i] = i / size % 2 == 1 ? 1 : -1;
    }
    BufferedImage picture = new SampleSheet(64, 1, 2).draw(images);
    assertThat(picture.getWidth()).isEqualTo(3 * 66 + 2);
    assertThat(picture.getHeight()).isEqualTo(2 * 66 + 2);
    for (int column = 0; column < 3; column++) {
      assertThat(grey(picture, 66 * column + 30, 30)).isZero();
    }
    assertThat(grey(picture, 30, 96)).isEqualTo(255);
    assertThat(grey(picture, 96, 96)).isEqualTo(255);
    assertThat(grey(picture, 162, 96)).as("no image").isZero();
  }

  @Test
  void withoutClassesAsSquareAsCanBe() {
    SampleSheet sheet = new SampleSheet(64, 1, 0);
    BufferedImage picture = sheet.draw(new float[sheet.suggested() * 64 * 64]);
    assertThat(picture.getWidth()).isEqualTo(picture.getHeight());
    assertThat(new SampleSheet(28, 1, 10).suggested()).isEqualTo(80);
  }

  /** The y axis points upwards. */
  @Test
  void pointsAreDots() {
    BufferedImage picture = new SampleSheet(1, 2, 0).draw(new float[] {0.75f, 0.75f, 0, 0});
    int white = picture.getRGB(5, 5);
    int right = (int) Math.round((0.75 / 1.5 + 1) / 2 * 511);
    assertThat(picture.getRGB(right, 511 - right)).isNotEqualTo(white);
    assertThat(picture.getRGB(511 - right, right)).isEqualTo(white);
    assertThat(picture.getRGB(256, 255)).isNotEqualTo(white);
  }

  private static int grey(BufferedImage picture, int x, int y) {
    return picture.getRaster().getSample(x, y, 0);
  }
}
