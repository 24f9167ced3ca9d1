package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StopSignalsTest {
  private final List<String> said = new ArrayList<>();
  private final List<Integer> halted = new ArrayList<>();
  private long millis = 5_000;
  private final StopSignals signals =
      new StopSignals(said::add, () -> millis * 1_000_000, halted::add);

  @Test
  void nobodyAsked() {
    assertThat(signals.stopRequested()).isFalse();
    assertThat(signals.exitCode()).isEmpty();
  }

  @Test
  void theFirstAsksAndSaysWhatHappens() {
    signals.receive("TERM");

    assertThat(signals.stopRequested()).isTrue();
    assertThat(signals.exitCode()).hasValue(143);
    assertThat(said).singleElement().asString().contains("checkpoint");
    assertThat(halted).isEmpty();
  }

  @Test
  void theLaunchersCopyOfTheSameCtrlCDoesNotCount() {
    signals.receive("INT");
    millis += 50;
    signals.receive("INT");

    assertThat(halted).isEmpty();
    assertThat(said).hasSize(1);
  }

  @Test
  void aSecondEndsAtOnce() {
    signals.receive("INT");
    millis += 2_000;
    signals.receive("TERM");

    assertThat(halted).containsExactly(143);
    assertThat(signals.exitCode()).as("of an orderly stop").hasValue(130);
  }
}
