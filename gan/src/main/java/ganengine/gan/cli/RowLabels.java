package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.latent.LatentSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The classes that an interpolation's rows are of. */
final class RowLabels {
  private RowLabels() {}

  /**
   * One a row, or none without classes. Those asked for, in turns; else the one that all given
   * vectors have; else each class in turn.
   *
   * @param asked as {@code --label} has it; empty if it was not given
   * @param series the vectors, perhaps with labels of their own
   * @param classes that the generator knows; 0 for none
   * @throws UserError if the generator takes no labels, or the vectors' differ
   */
  static int[] of(List<Integer> asked, LatentSet series, int classes) {
    int rows = series.count() - 1;
    if (classes == 0) {
      requireNone(asked);
      return new int[0];
    }
    if (asked.isEmpty() && series.labels().length > 0) {
      return common(series.labels(), rows);
    }
    return IntStream.range(0, rows)
        .map(row -> asked.isEmpty() ? row % classes : asked.get(row % asked.size()))
        .toArray();
  }

  /**
   * Of a generator without classes.
   *
   * @throws UserError if it was asked for one
   */
  static void requireNone(List<Integer> asked) {
    if (!asked.isEmpty()) {
      throw new UserError(
          "--label: this generator takes no labels: it was trained with conditional none");
    }
  }

  /** A row has one class, so neighbours must not differ. */
  private static int[] common(int[] labels, int rows) {
    if (Arrays.stream(labels).distinct().count() > 1) {
      throw new UserError(
          "--latents: its vectors are of several classes, a row of images is of one; say which with"
              + " --label");
    }
    return Arrays.copyOf(labels, rows);
  }
}
