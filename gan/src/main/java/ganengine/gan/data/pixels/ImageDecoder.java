package ganengine.gan.data.pixels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG, PNG, WebP, BMP and PGM (with PBM and PPM), told apart by their first bytes, not by
 * their names. Turned upright where EXIF data in a JPEG say how the camera was held.
 */
public final class ImageDecoder {
  private static final Set<String> ENDINGS =
      Set.of("jpg", "jpeg", "png", "webp", "bmp", "pgm", "ppm", "pbm", "pnm");

  /** Pixels of an image: more than telephones take, and still some of them fit into memory. */
  private static final long MOST_PIXELS = 1 << 26;

  private ImageDecoder() {}

  /** Whether a file of this name should hold an image. */
  public static boolean reads(String path) {
    int dot = path.lastIndexOf('.');
    return dot >= 0 && ENDINGS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * Decodes a file. Grey images have one channel, all others three; what is transparent lies on
   * white.
   *
   * @throws IOException if it is no image of these formats, damaged, or absurdly large; says which
   */
  public static RawImage decode(byte[] file) throws IOException {
    ImageReader reader = reader(file);
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        throw new IOException(
            "is said to be %d x %d, expected at most %,d pixels"
                .formatted(width, height, MOST_PIXELS));
      }
      BufferedImage picture = reader.read(0);
      return Orientation.of(file).upright(PictureBytes.of(picture));
    } catch (IIOException | EOFException | RuntimeException e) {
      // What the readers throw at damaged files; the last: index, null, argument.
      throw new IOException("is damaged (" + innermost(e) + ")", e);
    } finally {
      reader.dispose();
    }
  }

  /** The readers wrap what happened into words that don't say it. */
  private static Throwable innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static ImageReader reader(byte[] file) throws IOException {
    String format = format(file);
    if (format == null) {
      throw new IOException(
          file.length == 0 ? "is empty" : "is no JPEG, PNG, WebP, BMP or PGM image");
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw new IOException("is a " + format + " image, for which this Java has no reader");
    }
    return readers.next();
  }

  private static String format(byte[] file) {
    if (begins(file, 0, 0xFF, 0xD8, 0xFF)) {
      return "jpeg";
    }
    if (begins(file, 0, 0x89, 'P', 'N', 'G')) {
      return "png";
    }
    if (begins(file, 0, 'R', 'I', 'F', 'F') && begins(file, 8, 'W', 'E', 'B', 'P')) {
      return "webp";
    }
    if (begins(file, 0, 'B', 'M')) {
      return "bmp";
    }
    boolean portable = begins(file, 0, 'P') && file.length > 1 && file[1] >= '1' && file[1] <= '6';
    return portable ? "pnm" : null;
  }

  private static boolean begins(byte[] file, int from, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (from + i >= file.length || (file[from + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
