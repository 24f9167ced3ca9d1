package ganengine.gan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The nearest known word to a misspelt one, for the end of an error message. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * {@code "; did you mean 'batch'?"}, or nothing if no candidate is near.
   *
   * @param word what was typed
   * @param candidates what would have been understood
   */
  public static String among(String word, Collection<String> candidates) {
    int tolerated = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= tolerated)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .map(candidate -> "; did you mean '" + candidate + "'?")
        .orElse("");
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours between two words, ignoring case
   * and hyphens (Damerau-Levenshtein, restricted to one edit of each place).
   */
  static int distance(String left, String right) {
    String a = plain(left);
    String b = plain(right);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }

  private static String plain(String word) {
    return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
