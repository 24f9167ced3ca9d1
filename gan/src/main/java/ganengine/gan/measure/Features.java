package ganengine.gan.measure;

import ganengine.gan.UserError;
import java.util.Arrays;

/**
 * What a network, or the pixels themselves, say about samples: one row each.
 *
 * @param values [rows, width]
 * @param rows how many samples
 * @param width numbers for each
 */
@SuppressWarnings("ArrayRecordComponent") // Measured, never compared.
public record Features(float[] values, int rows, int width) {
  /** Checks the sizes. */
  public Features {
    if (rows < 1 || width < 1 || (long) rows * width != values.length) {
      throw new IllegalArgumentException(
          "%,d numbers are not %,d rows of %,d".formatted(values.length, rows, width));
    }
  }

  /** Rows from (inclusive) to (exclusive), copied. */
  public Features slice(int from, int to) {
    return new Features(Arrays.copyOfRange(values, from * width, to * width), to - from, width);
  }

  /** The first half of the rows; a last odd one is in neither half. */
  public Features firstHalf() {
    return slice(0, rows / 2);
  }

  /** The second half of the rows. */
  public Features secondHalf() {
    return slice(rows / 2, rows / 2 * 2);
  }

  /**
   * Of both sets, that they can be compared.
   *
   * @throws UserError if one has fewer rows than that
   * @throws IllegalArgumentException if their widths differ
   */
  static void require(String measure, int rows, Features a, Features b) {
    if (a.width != b.width) {
      throw new IllegalArgumentException(
          "%s: features of width %d and %d".formatted(measure, a.width, b.width));
    }
    int fewer = Math.min(a.rows, b.rows);
    if (fewer < rows) {
      throw new UserError(
          "%s needs at least %,d samples of each kind, found %,d; give more"
              .formatted(measure, rows, fewer));
    }
  }
}
