package ganengine.gan.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.RunFailure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimatedGifTest {
  @TempDir Path folder;

  /** Every grey level, from a value on. */
  private static BufferedImage greys(int first) {
    BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      picture.getRaster().setSample(i % 16, i / 16, 0, (first + i) % 256);
    }
    return picture;
  }

  private static IIOMetadataNode facts(ImageReader reader, int frame, String node)
      throws IOException {
    IIOMetadataNode root =
        (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
    return (IIOMetadataNode) root.getElementsByTagName(node).item(0);
  }

  @Test
  void readsBackWithItsFramesDelaysAndLoop() throws IOException {
    Path file = folder.resolve("a.gif");
    AnimatedGif.write(
        List.of(
            new AnimatedGif.Frame(greys(0), 50),
            new AnimatedGif.Frame(greys(100), 10),
            new AnimatedGif.Frame(greys(200), 7)),
        file);

    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      List<String> delays = new ArrayList<>();
      for (int frame = 0; frame < 3; frame++) {
        BufferedImage read = reader.read(frame);
        BufferedImage written = greys(frame * 100);
        for (int i = 0; i < 256; i++) {
          int level = written.getRaster().getSample(i % 16, i / 16, 0);
          assertThat(read.getRGB(i % 16, i / 16)).isEqualTo(0xFF000000 | level * 0x010101);
        }
        delays.add(facts(reader, frame, "GraphicControlExtension").getAttribute("delayTime"));
      }
      assertThat(delays).containsExactly("50", "10", "7");
      IIOMetadataNode loop = facts(reader, 0, "ApplicationExtension");
      assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
      assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
    } finally {
      reader.dispose();
    }
  }

  @Test
  void fewColoursAreKeptAndTheBytesAreTheSame() throws IOException {
    float[] red = {1, -1, -1, 0, 0, 1};
    List<AnimatedGif.Frame> frames =
        List.of(new AnimatedGif.Frame(ImageGrid.single(red, 0, 1, 2, 3), 10));
    AnimatedGif.write(frames, folder.resolve("a.gif"));
    AnimatedGif.write(frames, folder.resolve("b.gif"));

    BufferedImage read = ImageIO.read(folder.resolve("a.gif").toFile());
    assertThat(read.getRGB(0, 0)).isEqualTo(0xFFFF0000);
    assertThat(read.getRGB(1, 0)).isEqualTo(0xFF8080FF);
    assertThat(folder.resolve("a.gif")).hasSameBinaryContentAs(folder.resolve("b.gif"));
  }

  @Test
  void whereItCannotBeWrittenItSaysWhy() {
    Path file = folder.resolve("none/a.gif");
    List<AnimatedGif.Frame> frames = List.of(new AnimatedGif.Frame(greys(0), 10));
    assertThatThrownBy(() -> AnimatedGif.write(frames, file))
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("there is no such folder");
    assertThat(Files.exists(file)).isFalse();
  }
}
