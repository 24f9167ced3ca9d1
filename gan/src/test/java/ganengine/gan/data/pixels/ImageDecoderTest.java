package ganengine.gan.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void coloursComeOutAsTheyWentIn(String format) throws IOException {
    RawImage image = ImageDecoder.decode(Pictures.encoded(format, Pictures.colours()));
    assertThat(image.width()).isEqualTo(3);
    assertThat(image.height()).isEqualTo(2);
    assertThat(image.channels()).isEqualTo(3);
    assertThat(image.bytes())
        .containsExactly(255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 10, 20, 30);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void greyLevelsAreNotBent(int type) throws IOException {
    BufferedImage grey = new BufferedImage(256, 1, type);
    int[] levels = new int[256];
    Arrays.setAll(levels, i -> type == BufferedImage.TYPE_BYTE_GRAY ? i : i * 257);
    grey.getRaster().setPixels(0, 0, 256, 1, levels);
    RawImage image = ImageDecoder.decode(Pictures.encoded("png", grey));
    assertThat(image.channels()).isEqualTo(1);
    for (int i = 0; i < 256; i++) {
      assertThat(image.bytes()[i] & 0xFF).isEqualTo(i);
    }
  }

  @Test
  void greyJpegIsGreyAndColourJpegIsNear() throws IOException {
    BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.stream(new int[16]).forEach(x -> grey.getRaster().setSample(x, 0, 0, 0));
    assertThat(ImageDecoder.decode(Pictures.encoded("jpeg", grey)).channels()).isEqualTo(1);
    RawImage red = ImageDecoder.decode(Pictures.encoded("jpeg", Pictures.plain(16, 16, 0xC04020)));
    assertThat(red.channels()).isEqualTo(3);
    assertThat(red.bytes()[0] & 0xFF).isCloseTo(0xC0, within(4));
    assertThat(red.bytes()[1] & 0xFF).isCloseTo(0x40, within(4));
    assertThat(red.bytes()[2] & 0xFF).isCloseTo(0x20, within(4));
  }

  @Test
  void whatIsTransparentLiesOnWhite() throws IOException {
    BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0x00FF0000);
    picture.setRGB(1, 0, 0x80000000);
    picture.setRGB(2, 0, 0xFF102030);
    assertThat(ImageDecoder.decode(Pictures.encoded("png", picture)).bytes())
        .containsExactly(255, 255, 255, 127, 127, 127, 0x10, 0x20, 0x30);
  }

  /** Readers that keep what is written beside the pixels would unpack it all. */
  @Test
  void textOfGigabytesInAPngIsNotUnpacked() throws IOException {
    byte[] png = Pictures.encoded("png", Pictures.colours());
    int afterHeader = 33;
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(png, 0, afterHeader);
    bomb.writeBytes(textChunk(3L << 30));
    bomb.write(png, afterHeader, png.length - afterHeader);
    assertThat(ImageDecoder.decode(bomb.toByteArray()).bytes())
        .isEqualTo(ImageDecoder.decode(png).bytes());
  }

  /** A zTXt chunk of so many zeros: the same 16 MB, packed once, over and over. */
  private static byte[] textChunk(long size) {
    int block = 1 << 24;
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(new byte[block]);
    byte[] packed = new byte[1 << 16];
    int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
    deflater.end();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {'z', 'T', 'X', 't', 'k', 0, 0, 0x78, (byte) 0xDA});
    for (long done = 0; done < size; done += block) {
      body.write(packed, 0, length);
    }
    CRC32 crc = new CRC32();
    crc.update(body.toByteArray());
    return ByteBuffer.allocate(body.size() + 8)
        .putInt(body.size() - 4)
        .put(body.toByteArray())
        .putInt((int) crc.getValue())
        .array();
  }

  @Test
  void pgmAndPpm() throws IOException {
    RawImage grey = ImageDecoder.decode(Pictures.pgm(2, 1, 0, 200));
    assertThat(grey.channels()).isEqualTo(1);
    assertThat(grey.bytes()).containsExactly(0, 200);
    byte[] plain = "P2\n# made by hand\n2 1\n15\n0 15\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(ImageDecoder.decode(plain).bytes()).containsExactly(0, 255);
    byte[] colour = "P3 1 1 255 1 2 3".getBytes(StandardCharsets.US_ASCII);
    assertThat(ImageDecoder.decode(colour).bytes()).containsExactly(1, 2, 3);
  }

  /** One pixel each, lossy and lossless: the smallest files there are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
      })
  void webp(String base64) throws IOException {
    RawImage image = ImageDecoder.decode(Base64.getDecoder().decode(base64));
    assertThat(new Size(image.width(), image.height())).isEqualTo(new Size(1, 1));
  }

  @Test
  void jpegIsTurnedAsTheCameraWasHeld() throws IOException {
    BufferedImage wide = Pictures.plain(32, 16, 0x0000FF);
    for (int x = 0; x < 16; x++) {
      for (int y = 0; y < 16; y++) {
        wide.setRGB(x, y, 0xFF0000);
      }
    }
    byte[] held = Pictures.withOrientation(Pictures.encoded("jpeg", wide), 6);
    RawImage image = ImageDecoder.decode(held);
    assertThat(new Size(image.width(), image.height())).isEqualTo(new Size(16, 32));
    assertThat(image.bytes()[0] & 0xFF).as("red above").isGreaterThan(200);
    assertThat(image.bytes()[image.bytes().length - 1] & 0xFF).as("blue below").isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "jpeg"})
  void truncated(String format) throws IOException {
    byte[] whole = Pictures.encoded(format, Pictures.noise(40, 40));
    for (int length : new int[] {3, 20, whole.length / 10}) {
      assertThatThrownBy(() -> ImageDecoder.decode(Arrays.copyOf(whole, length)))
          .as(length + " bytes")
          .isInstanceOf(IOException.class)
          .hasMessageMatching("is damaged \\(.+\\)|is no JPEG.*");
    }
  }

  @Test
  void noImage() {
    refused("", "is empty");
    refused("Dear diary", "is no JPEG, PNG, WebP, BMP or PGM image");
    refused("P5 100000 100000 255\n", "is said to be 100000 x 100000, expected at most 67,108,864");
  }

  private static void refused(String file, String said) {
    assertThatThrownBy(() -> ImageDecoder.decode(file.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(said);
  }

  @Test
  void knowsImagesByTheirEndings() {
    assertThat(ImageDecoder.reads("a/b.JPG")).isTrue();
    assertThat(ImageDecoder.reads("a/b.webp")).isTrue();
    assertThat(ImageDecoder.reads("a/b.txt")).isFalse();
    assertThat(ImageDecoder.reads("jpg")).isFalse();
  }
}
