package ganengine.gan.image;

import ganengine.gan.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG files. */
public final class PngFile {
  private PngFile() {}

  /**
   * Writes a picture, whole or not at all.
   *
   * @throws RuntimeException that {@link AtomicFile#failure} makes if it cannot be written
   */
  public static void write(BufferedImage picture, Path file) {
    try {
      AtomicFile.write(file, out -> encode(picture, out));
    } catch (IOException e) {
      throw AtomicFile.failure("cannot write %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  /** In memory, since ImageIO would else put a copy into the system's temporary folder. */
  private static void encode(BufferedImage picture, OutputStream out) throws IOException {
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(picture, "png", stream);
    }
  }
}
