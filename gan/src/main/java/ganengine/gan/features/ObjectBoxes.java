package ganengine.gan.features;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a user saw the object in samples: a CSV file with a line for each box, the sample's number
 * from 0 and the box in pixels, {@code sample,x0,y0,x1,y1}, where x1 and y1 are behind the last
 * column and row. A first line of these words, empty lines and lines that begin with # are passed
 * over.
 *
 * @param boxes in the file's order
 */
public record ObjectBoxes(List<Box> boxes) {
  private static final String HEADER = "sample,x0,y0,x1,y1";

  /**
   * A box.
   *
   * @param sample its number from 0
   * @param x0 first column
   * @param y0 first row
   * @param x1 after the last column
   * @param y1 after the last row
   */
  public record Box(int sample, int x0, int y0, int x1, int y1) {
    boolean holds(int column, int row) {
      return column >= x0 && column < x1 && row >= y0 && row < y1;
    }
  }

  /** The samples that have boxes, each once. */
  int[] samples() {
    return boxes.stream().mapToInt(Box::sample).distinct().toArray();
  }

  /** Whether a pixel of a sample lies in one of its boxes. */
  boolean holds(int sample, int column, int row) {
    return boxes.stream().anyMatch(b -> b.sample() == sample && b.holds(column, row));
  }

  /**
   * Reads a file.
   *
   * @param samples that can be meant
   * @param side of a sample in pixels
   * @throws UserError if it can't be read, a line is no box, or one lies outside
   */
  public static ObjectBoxes read(Path file, int samples, int side) {
    List<Box> boxes = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace(" ", "").replace("\t", "");
      if (!line.isEmpty() && !line.startsWith("#") && !(i == 0 && line.equals(HEADER))) {
        boxes.add(box(file, i + 1, line, samples, side));
      }
    }
    if (boxes.isEmpty()) {
      throw new UserError("--boxes %s: holds no box; expected lines of %s".formatted(file, HEADER));
    }
    return new ObjectBoxes(List.copyOf(boxes));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new UserError("--boxes %s: there is no such file".formatted(file), e);
    } catch (IOException e) {
      throw new UserError(
          "--boxes %s: is no text file that can be read; expected lines of %s"
              .formatted(file, HEADER),
          e);
    }
  }

  private static Box box(Path file, int number, String line, int samples, int side) {
    String[] words = line.split(",", -1);
    int[] numbers = new int[words.length];
    try {
      for (int i = 0; i < words.length; i++) {
        numbers[i] = Integer.parseInt(words[i]);
      }
    } catch (NumberFormatException e) {
      throw refusal(file, number, line, "expected " + HEADER + " in whole numbers", e);
    }
    if (numbers.length != 5) {
      throw refusal(file, number, line, "expected five numbers, " + HEADER, null);
    }
    Box box = new Box(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    if (box.sample() < 0 || box.sample() >= samples) {
      throw refusal(
          file, number, line, "there are samples 0 to %d (--count)".formatted(samples - 1), null);
    }
    boolean inside = box.x0() >= 0 && box.y0() >= 0 && box.x1() <= side && box.y1() <= side;
    if (!inside || box.x0() >= box.x1() || box.y0() >= box.y1()) {
      throw refusal(
          file, number, line, "expected 0 <= x0 < x1 <= %d, and y likewise".formatted(side), null);
    }
    return box;
  }

  private static UserError refusal(
      Path file, int number, String line, String expected, Throwable cause) {
    return new UserError(
        "--boxes %s line %d: '%s': %s".formatted(file, number, line, expected), cause);
  }
}
