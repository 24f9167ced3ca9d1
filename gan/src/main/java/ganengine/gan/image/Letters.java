package ganengine.gan.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes captions into pictures, in letters of five by seven pixels of its own: Java's need fonts,
 * which not every machine has, and differ from one to the next.
 */
final class Letters {
  /** Rows of a letter. */
  static final int HEIGHT = 7;

  private static final String FILE = "/ganengine/gan/image/letters.txt";
  private static final int WIDTH = 5;
  private static final int ADVANCE = WIDTH + 1;
  private static final int LEVEL = 224;
  private static final char UNKNOWN = '?';
  private static final Map<Character, String[]> ROWS = read();

  private Letters() {}

  /** Columns that a text takes. */
  static int width(String text) {
    return text.isEmpty() ? 0 : text.length() * ADVANCE - 1;
  }

  /**
   * Writes a text in light grey; capitals as small letters, what there is no letter for as a
   * question mark. What lies outside the picture is cut off.
   *
   * @param scale pixels to each side of a letter's pixel
   */
  static void write(String text, BufferedImage picture, int left, int top, int scale) {
    String small = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < small.length(); i++) {
      if (small.charAt(i) != ' ') {
        String[] rows = ROWS.getOrDefault(small.charAt(i), ROWS.get(UNKNOWN));
        letter(rows, picture.getRaster(), left + i * ADVANCE * scale, top, scale);
      }
    }
  }

  private static void letter(String[] rows, WritableRaster raster, int left, int top, int scale) {
    for (int y = 0; y < HEIGHT * scale; y++) {
      for (int x = 0; x < WIDTH * scale; x++) {
        if (rows[y / scale].charAt(x / scale) == '#') {
          dot(raster, left + x, top + y);
        }
      }
    }
  }

  private static void dot(WritableRaster raster, int x, int y) {
    if (x >= 0 && y >= 0 && x < raster.getWidth() && y < raster.getHeight()) {
      for (int band = 0; band < raster.getNumBands(); band++) {
        raster.setSample(x, y, band, LEVEL);
      }
    }
  }

  private static Map<Character, String[]> read() {
    try (InputStream in = Letters.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new FileNotFoundException("the jar lacks " + FILE);
      }
      Map<Character, String[]> rows = new HashMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> rows.put(line.charAt(0), line.substring(2).split(" ")));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
