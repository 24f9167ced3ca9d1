package ganengine.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitImagesTest {
  /** Where the white pixel of the test images lies: row 2, column 5. */
  private static final int WHITE = 2 * 28 + 5;

  @TempDir private Path folder;

  @Test
  void readsPngFiles() throws IOException {
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(5, 2, 0, 255);
    ImageIO.write(image, "png", folder.resolve("a.png").toFile());
    Files.writeString(folder.resolve("notes.txt"), "not an image");

    assertOneWhitePixel(DigitImages.samples(folder));
  }

  @Test
  void refusesGrids() throws IOException {
    BufferedImage image = new BufferedImage(56, 28, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(image, "png", folder.resolve("grid.png").toFile());

    assertThatThrownBy(() -> DigitImages.samples(folder))
        .hasMessageContaining("grid.png is 56 x 28; the judge reads single images of 28 x 28");
  }

  @Test
  void readsNpzFiles() throws IOException {
    float[] values = new float[28 * 28];
    Arrays.fill(values, -1);
    values[WHITE] = 1;
    Path file = folder.resolve("samples.npz");
    Npz.write(file, Map.of("images", HostTensor.of(new int[] {1, 28, 28, 1}, values)));

    assertOneWhitePixel(DigitImages.samples(file));
  }

  @Test
  void readsIdxFiles() throws IOException {
    Path file = folder.resolve("images.gz");
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      for (int number : new int[] {2051, 1, 28, 28}) {
        out.writeInt(number);
      }
      byte[] pixels = new byte[28 * 28];
      pixels[WHITE] = (byte) 255;
      out.write(pixels);
    }

    assertOneWhitePixel(DigitImages.idx(file));
  }

  private static void assertOneWhitePixel(List<float[]> images) {
    assertThat(images).hasSize(1);
    for (int i = 0; i < 28 * 28; i++) {
      assertThat(images.get(0)[i]).isEqualTo(i == WHITE ? 1f : 0f);
    }
  }
}
