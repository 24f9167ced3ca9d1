package ganengine.bench.compare;

import ganengine.bench.peer.PeerNetworks;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What to compare.
 *
 * @param networks in this order
 * @param threads numbers of threads, in this order
 * @param rounds quiet rounds wanted of each
 * @param seconds a turn lasts at least
 * @param out folder for the results
 * @param check whether losses are compared instead of times
 */
record Options(
    List<PeerNetworks> networks,
    List<Integer> threads,
    int rounds,
    double seconds,
    Path out,
    boolean check) {
  static final String USAGE =
      """
      usage: tools/bench-peers [--networks NAMES] [--threads NUMBERS] [--rounds N] [--seconds S] [--out DIR]
             tools/bench-peers --check [--networks NAMES] [--out DIR]
        Times our training step and libtorch's in turns; or, with --check, shows that both compute the same losses.
        --networks  of dcgan64,dcgan32,pacdcgan2,mlp; default all
        --threads   default 1,2
        --rounds    quiet rounds wanted of each network and number of threads; default 5
        --seconds   a turn lasts at least; default 1.2
        --out       folder for peers.md and peers.json; default target/peers""";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with what was wrong, in a line
   */
  static Options parse(String... arguments) {
    List<PeerNetworks> networks = List.of(PeerNetworks.values());
    List<Integer> threads = List.of(1, 2);
    int rounds = 5;
    double seconds = 1.2;
    Path out = Path.of("target", "peers");
    boolean check = false;
    Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
    while (!words.isEmpty()) {
      String option = words.pop();
      switch (option) {
        case "--networks" -> networks = split(words, option, Options::network);
        case "--threads" -> threads = split(words, option, word -> positive(option, word));
        case "--rounds" -> rounds = positive(option, value(words, option));
        case "--seconds" -> seconds = seconds(option, value(words, option));
        case "--out" -> out = Path.of(value(words, option));
        case "--check" -> check = true;
        default -> throw new IllegalArgumentException("no option " + option);
      }
    }
    return new Options(networks, threads, rounds, seconds, out, check);
  }

  private static String value(Deque<String> words, String option) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return words.pop();
  }

  private static <T> List<T> split(Deque<String> words, String option, Function<String, T> parse) {
    return Arrays.stream(value(words, option).split(",", -1)).map(parse).toList();
  }

  private static PeerNetworks network(String name) {
    try {
      return PeerNetworks.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no network " + name, e);
    }
  }

  private static int positive(String option, String word) {
    int number = word.matches("\\d{1,4}") ? Integer.parseInt(word) : 0;
    if (number == 0) {
      throw new IllegalArgumentException(option + " takes whole numbers from 1, not " + word);
    }
    return number;
  }

  private static double seconds(String option, String word) {
    double number = word.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(word) : 0;
    if (number == 0) {
      throw new IllegalArgumentException(option + " takes a number above 0, not " + word);
    }
    return number;
  }
}
