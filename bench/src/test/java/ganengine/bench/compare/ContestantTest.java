package ganengine.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** With a real process that trains a real network. */
@EnabledOnOs(OS.LINUX)
class ContestantTest {
  private static List<String> ours(Object... arguments) {
    return Commands.ours("ganengine.bench.peer.OurTurns", arguments);
  }

  @Test
  void takesTurnsAsLongAndAsManyAsAsked() throws IOException {
    try (Contestant contestant = new Contestant("ours", ours("mlp", 4, 1), Map.of())) {
      assertThat(contestant.turn(0, 3).steps()).isEqualTo(3);
      Turn turn = contestant.turn(0.2, 1);
      assertThat(turn.seconds()).isGreaterThanOrEqualTo(0.2);
      assertThat(turn.otherCores()).isNotNegative();
      assertThat(contestant.peakBytes()).isGreaterThan(10_000_000);
    }
  }

  @Test
  void aProcessThatFailsIsNamed() {
    assertThatThrownBy(() -> new Contestant("ours", ours("vgg", 4, 1), Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ours ended");
  }
}
