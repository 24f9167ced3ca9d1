package ganengine.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds in which every player has one turn. A round in which anything else kept more than {@link
 * #DISTURBED} of a processor busy is played again; if the machine does not become quiet, the least
 * disturbed rounds stand.
 */
final class Rounds {
  /** Processors; a round with more load than this from others is not quiet. */
  static final double DISTURBED = 0.12;

  /** Rounds played at most, for each that is wanted. */
  static final int ATTEMPTS = 2;

  private Rounds() {}

  /**
   * Plays.
   *
   * @return by round and player, in the order played
   */
  static List<List<Turn>> play(
      List<? extends Player> players, int wanted, double seconds, int steps) throws IOException {
    List<List<Turn>> played = new ArrayList<>();
    int quiet = 0;
    while (quiet < wanted && played.size() < ATTEMPTS * wanted) {
      List<Turn> round = new ArrayList<>();
      for (Player player : players) {
        round.add(player.turn(seconds, steps));
      }
      played.add(round);
      if (otherCores(round) <= DISTURBED) {
        quiet++;
      }
    }
    return IntStream.range(0, played.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> otherCores(played.get(i))))
        .limit(wanted)
        .sorted()
        .map(played::get)
        .toList();
  }

  /** The worst turn's load from others, in processors. */
  static double otherCores(List<Turn> turns) {
    return turns.stream().mapToDouble(Turn::otherCores).max().orElse(0);
  }
}
