package ganengine.bench.start;

import ganengine.bench.peer.PeerNetworks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What to start.
 *
 * @param javas home folders
 * @param network what trains
 * @param threads that it computes with
 * @param starts of each Java
 * @param seconds that each lasts
 * @param out folder for the results
 */
record Options(
    List<Path> javas, PeerNetworks network, int threads, int starts, double seconds, Path out) {
  static final String USAGE =
      """
      usage: tools/bench-starts [--java HOME]... [--network NAME] [--threads N] [--starts N] [--seconds S] [--out DIR]
        Starts fresh processes that train, in turns between the Javas, and compares them: time until training is
        up to speed, steady rate, and which starts are slower than the others.
        --java     a Java's home folder, once or more; default the Java that runs this
        --network  dcgan64, dcgan32, pacdcgan2 or mlp; default dcgan32
        --threads  that training computes with; default all processors
        --starts   of each Java; default 20
        --seconds  a start lasts; default 10
        --out      folder for starts.md and starts.json; default target/starts""";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with what was wrong, in a line
   */
  static Options parse(String... arguments) {
    List<Path> javas = new ArrayList<>();
    PeerNetworks network = PeerNetworks.DCGAN32;
    int threads = Runtime.getRuntime().availableProcessors();
    int starts = 20;
    double seconds = 10;
    Path out = Path.of("target", "starts");
    Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
    while (!words.isEmpty()) {
      String option = words.pop();
      switch (option) {
        case "--java" -> javas.add(home(value(words, option)));
        case "--network" -> network = network(value(words, option));
        case "--threads" -> threads = (int) number(option, value(words, option), "\\d{1,4}");
        case "--starts" -> starts = (int) number(option, value(words, option), "\\d{1,4}");
        case "--seconds" -> seconds = number(option, value(words, option), "\\d{1,4}(\\.\\d+)?");
        case "--out" -> out = Path.of(value(words, option));
        default -> throw new IllegalArgumentException("no option " + option);
      }
    }
    if (javas.isEmpty()) {
      javas.add(Path.of(System.getProperty("java.home")));
    }
    return new Options(javas, network, threads, starts, seconds, out);
  }

  private static String value(Deque<String> words, String option) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return words.pop();
  }

  private static Path home(String word) {
    if (!Files.isExecutable(Path.of(word, "bin", "java"))) {
      throw new IllegalArgumentException("no bin/java in " + word);
    }
    return Path.of(word);
  }

  private static PeerNetworks network(String name) {
    try {
      return PeerNetworks.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no network " + name, e);
    }
  }

  private static double number(String option, String word, String pattern) {
    double number = word.matches(pattern) ? Double.parseDouble(word) : 0;
    if (number == 0) {
      throw new IllegalArgumentException(option + " takes a number above 0, not " + word);
    }
    return number;
  }
}
