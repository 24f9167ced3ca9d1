package ganengine.gan.data.pixels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Makes encoded images for tests. */
public final class Pictures {
  private Pictures() {}

  /** The picture as a file of this format. */
  public static byte[] encoded(String format, BufferedImage picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** All pixels of one colour. */
  public static BufferedImage plain(int width, int height, int rgb) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, rgb);
      }
    }
    return picture;
  }

  /** Every pixel at random. */
  public static BufferedImage noise(int width, int height) {
    BufferedImage picture = plain(width, height, 0);
    Random random = new Random(5);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return picture;
  }

  /** Red, green, blue above black, white, something dark. */
  static BufferedImage colours() {
    BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    int[] colours = {0xFF0000, 0x00FF00, 0x0000FF, 0, 0xFFFFFF, 0x0A141E};
    picture.setRGB(0, 0, 3, 2, colours, 0, 3);
    return picture;
  }

  /** A binary PGM of these levels. */
  public static byte[] pgm(int width, int height, int... levels) {
    byte[] header = "P5\n%d %d\n255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer file = ByteBuffer.allocate(header.length + levels.length).put(header);
    for (int level : levels) {
      file.put((byte) level);
    }
    return file.array();
  }

  /** The JPEG with EXIF data that say how the camera was held. */
  public static byte[] withOrientation(byte[] jpeg, int tag) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 36);
    out.put(jpeg, 0, 2);
    out.putShort((short) 0xFFE1).putShort((short) 34);
    out.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    out.putShort((short) 1);
    out.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    out.putShort((short) tag).putShort((short) 0).putInt(0);
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }
}
