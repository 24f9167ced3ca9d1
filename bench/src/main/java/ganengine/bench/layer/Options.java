package ganengine.bench.layer;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What to measure.
 *
 * @param threads that compute
 * @param only a regular expression that finds itself in the benchmarks' names
 * @param out folder for the results
 */
record Options(int threads, String only, Path out) {
  static final String USAGE =
      """
      usage: tools/bench-layers [--threads N] [--only REGEX] [--out DIR]
        Times the passes over the layers of the networks that are compared with libtorch, each in a process of its
        own, and gives them as shares of the limits of this machine, which it measures before and after.
        --threads  that compute; default all processors
        --only     the benchmarks whose names have this in them, as Convolution.forward or Adam; default all
        --out      folder for layers.md and layers.json; default target/layers""";

  private static final String ALL = "(Convolution|BatchNorm|Activation|Adam)Benchmark";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with what was wrong, in a line
   */
  static Options parse(String... arguments) {
    int threads = Runtime.getRuntime().availableProcessors();
    String only = ALL;
    Path out = Path.of("target", "layers");
    Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
    while (!words.isEmpty()) {
      String option = words.pop();
      switch (option) {
        case "--threads" -> threads = threads(value(words, option));
        case "--only" -> only = value(words, option).replace(".", "Benchmark.");
        case "--out" -> out = Path.of(value(words, option));
        default -> throw new IllegalArgumentException("no option " + option);
      }
    }
    return new Options(threads, only, out);
  }

  private static String value(Deque<String> words, String option) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return words.pop();
  }

  private static int threads(String word) {
    int number = word.matches("\\d{1,4}") ? Integer.parseInt(word) : 0;
    if (number == 0) {
      throw new IllegalArgumentException("--threads takes whole numbers from 1, not " + word);
    }
    return number;
  }
}
