package ganengine.gan.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.RunFailure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngFileTest {
  @TempDir Path folder;

  @Test
  void readsBackAsItWas() throws IOException {
    float[] values = {-1, -0.5f, 0, 0.25f, 0.75f, 1};
    for (int channels : new int[] {1, 3}) {
      BufferedImage picture = ImageGrid.single(values, 0, 1, 6 / channels, channels);
      Path file = folder.resolve(channels + ".png");
      PngFile.write(picture, file);
      BufferedImage read = ImageIO.read(file.toFile());
      assertThat(read.getRaster().getNumBands()).isEqualTo(channels);
      assertThat(read.getRaster().getPixels(0, 0, 6 / channels, 1, (int[]) null))
          .isEqualTo(picture.getRaster().getPixels(0, 0, 6 / channels, 1, (int[]) null));
    }
  }

  @Test
  void samePictureSameBytes() throws IOException {
    BufferedImage picture = ImageGrid.of(new float[4 * 28 * 28], 28, 28, 1);
    PngFile.write(picture, folder.resolve("a.png"));
    PngFile.write(picture, folder.resolve("b.png"));
    assertThat(Files.readAllBytes(folder.resolve("a.png")))
        .isEqualTo(Files.readAllBytes(folder.resolve("b.png")));
  }

  @Test
  void failureNamesTheFile() {
    Path file = folder.resolve("gone/a.png");
    BufferedImage picture = ImageGrid.single(new float[1], 0, 1, 1, 1);
    assertThatThrownBy(() -> PngFile.write(picture, file))
        .isInstanceOf(RunFailure.class)
        .hasMessage("cannot write " + file + ": there is no such folder");
  }
}
