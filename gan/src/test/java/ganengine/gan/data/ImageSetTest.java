package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImageSetTest {
  private static ImageSet grey(int height, int width, int... values) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (byte) values[i];
    }
    return new ImageSet("test", 1, height, width, 1, pixels, null, 0);
  }

  private static int[] values(ImageSet images) {
    int[] values = new int[images.pixels().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = images.pixels()[i] & 0xFF;
    }
    return values;
  }

  @Test
  void sameSideIsTheSameSet() {
    ImageSet images = grey(2, 2, 1, 2, 3, 4);
    assertThat(images.scaledTo(2)).isSameAs(images);
  }

  @Test
  void enlargingIsBilinear() {
    assertThat(values(grey(2, 2, 0, 100, 200, 240).scaledTo(4)))
        .containsExactly(0, 25, 75, 100, 50, 71, 114, 135, 150, 164, 191, 205, 200, 210, 230, 240);
  }

  @Test
  void reducingWeighsEveryPixel() {
    int[] checkers = new int[64];
    for (int i = 0; i < 64; i++) {
      checkers[i] = (i + i / 8) % 2 == 0 ? 0 : 200;
    }
    // Nearest neighbours would all be 0 or 200; the triangle is cut off at the image's edge.
    for (int value : values(grey(8, 8, checkers).scaledTo(2))) {
      assertThat(value).isBetween(98, 102);
    }
  }

  @Test
  void constantStaysConstantAtAnySide() {
    int[] white = new int[28 * 28];
    Arrays.fill(white, 255);
    for (int side : new int[] {1, 7, 16, 27, 32, 64, 100}) {
      assertThat(values(grey(28, 28, white).scaledTo(side))).hasSize(side * side).containsOnly(255);
    }
  }

  @Test
  void oblongImagesLoseTheirEnds() {
    assertThat(values(grey(1, 3, 10, 20, 30).scaledTo(1))).containsExactly(20);
    assertThat(values(grey(4, 2, 1, 1, 50, 50, 50, 50, 9, 9).scaledTo(2))).containsOnly(50);
  }

  @Test
  void coloursStayApart() {
    byte[] pixels = {10, 20, 30, 10, 20, 30, 10, 20, 30, 10, 20, 30};
    ImageSet scaled = new ImageSet("rgb", 1, 2, 2, 3, pixels, null, 0).scaledTo(3);
    for (int i = 0; i < 27; i++) {
      assertThat(scaled.pixels()[i]).isEqualTo((byte) (10 + 10 * (i % 3)));
    }
  }

  @Test
  void labelsAreKept() {
    ImageSet images = new ImageSet("two", 2, 1, 1, 1, new byte[] {5, 6}, new int[] {1, 0}, 2);
    ImageSet scaled = images.scaledTo(2);
    assertThat(scaled.labels()).containsExactly(1, 0);
    assertThat(values(scaled)).containsExactly(5, 5, 5, 5, 6, 6, 6, 6);
  }

  @Test
  void arraysMustFit() {
    assertThatThrownBy(() -> grey(2, 2, 1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ImageSet("l", 1, 1, 1, 1, new byte[1], new int[2], 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
