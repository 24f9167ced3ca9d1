package ganengine.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
  /** Takes one step a turn, in the number of the turn in seconds, under these loads. */
  private static final class Scripted implements Player {
    private final Queue<Double> loads = new ArrayDeque<>();
    private int turns;

    Scripted(double... loads) {
      DoubleStream.of(loads).forEach(this.loads::add);
    }

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public Turn turn(double seconds, int steps) {
      return new Turn(++turns, 1, loads.remove());
    }
  }

  private static List<Double> seconds(List<List<Turn>> rounds, int player) {
    return rounds.stream().map(round -> round.get(player).seconds()).toList();
  }

  @Test
  void quietRoundsAllCount() throws IOException {
    Scripted one = new Scripted(0, 0.05, 0.12);
    Scripted other = new Scripted(0.1, 0, 0);
    List<List<Turn>> rounds = Rounds.play(List.of(one, other), 3, 1, 1);
    assertThat(seconds(rounds, 0)).containsExactly(1.0, 2.0, 3.0);
    assertThat(one.loads).isEmpty();
  }

  @Test
  void aRoundThatDisturbedAnyoneIsPlayedAgainByAll() throws IOException {
    Scripted one = new Scripted(0, 0, 0);
    Scripted other = new Scripted(0, 0.5, 0);
    List<List<Turn>> rounds = Rounds.play(List.of(one, other), 2, 1, 1);
    assertThat(seconds(rounds, 0)).containsExactly(1.0, 3.0);
    assertThat(seconds(rounds, 1)).containsExactly(1.0, 3.0);
  }

  @Test
  void onABusyMachineTheLeastDisturbedRoundsStandInTheOrderPlayed() throws IOException {
    Scripted one = new Scripted(0.9, 0.3, 0.2, 0.8);
    List<List<Turn>> rounds = Rounds.play(List.of(one), 2, 1, 1);
    assertThat(seconds(rounds, 0)).containsExactly(2.0, 3.0);
    assertThat(one.loads).as("no more than twice the rounds").isEmpty();
  }

  @Test
  void equalTurnsCountOnceEach() throws IOException {
    Player constant =
        new Player() {
          @Override
          public String name() {
            return "constant";
          }

          @Override
          public Turn turn(double seconds, int steps) {
            return new Turn(1, 1, 0.5);
          }
        };
    assertThat(Rounds.play(List.of(constant), 3, 1, 1)).hasSize(3);
  }
}
