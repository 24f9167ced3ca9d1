package ganengine.gan.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.gan.UserError;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.Pictures;
import ganengine.gan.model.ImageShape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PhotoTest {
  private static final float TOLERANCE = 0.06f;

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** Black, but red in the right third. */
  private static BufferedImage redOnTheRight() {
    BufferedImage picture = Pictures.plain(96, 64, 0);
    for (int y = 0; y < 64; y++) {
      for (int x = 64; x < 96; x++) {
        picture.setRGB(x, y, 0xFF0000);
      }
    }
    return picture;
  }

  @Test
  void isTurnedUprightAndScaledWhole() throws IOException {
    byte[] jpeg = Pictures.withOrientation(Pictures.encoded("jpg", redOnTheRight()), 6);

    float[] pixels = Photo.read(file("a.jpg", jpeg), new ImageShape(3, 3), Crop.WHOLE).pixels();

    // A quarter turn clockwise: what was right is below.
    assertThat(pixels).hasSize(27);
    assertThat(pixels[0]).isCloseTo(-1, within(TOLERANCE));
    assertThat(pixels[3 * 3 * 2 + 3]).as("red below").isGreaterThan(0.5f);
    assertThat(pixels[3 * 3 * 2 + 4]).as("no green").isLessThan(-0.8f);
  }

  @Test
  void losesWhatLiesOutsideTheSquareAndItsColours() throws IOException {
    Path file = file("a.png", Pictures.encoded("png", redOnTheRight()));

    float[] square = Photo.read(file, new ImageShape(4, 1), Crop.SQUARE).pixels();
    float[] window = Photo.read(file, new ImageShape(4, 1), Crop.window(16, 16)).pixels();

    // The square's columns are 16 to 80 of 96, so the last of four is red, of luma 0.299; an eighth
    // of it is its neighbour's black.
    assertThat(square).hasSize(16);
    assertThat(square[0]).isCloseTo(-1, within(TOLERANCE));
    assertThat(square[3]).isCloseTo(2 * 0.875f * 0.299f - 1, within(TOLERANCE));
    assertThat(window).containsOnly(-1);
  }

  @Test
  void aDataSetsWindowIsNoMeasureForPhotos() {
    assertThat(Photo.crop(null, Crop.window(108, 108))).isEqualTo(Crop.SQUARE);
    assertThat(Photo.crop(null, Crop.WHOLE)).isEqualTo(Crop.WHOLE);
    assertThat(Photo.crop("10x12", Crop.WHOLE)).isEqualTo(Crop.window(10, 12));
    assertThatThrownBy(() -> Photo.crop("round", Crop.WHOLE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--crop: expected square, whole")
        .hasMessageContaining("found 'round'");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    refused(folder.resolve("none.jpg"), Crop.SQUARE, "none.jpg: there is no such file");
    refused(folder, Crop.SQUARE, "is not a file; expected an image file");
    refused(file("text.png", new byte[] {'h', 'i'}), Crop.SQUARE, "text.png: is no JPEG, PNG");
    Path small = file("small.png", Pictures.encoded("png", Pictures.plain(8, 8, 0)));
    refused(small, Crop.window(9, 9), "small.png: is 8 x 8, smaller than the part 9 x 9");
  }

  private static void refused(Path file, Crop crop, String message) {
    assertThatThrownBy(() -> Photo.read(file, new ImageShape(4, 1), crop))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }
}
