package ganengine.bench.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.bench.peer.StepMark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On made-up starts. */
class StartTest {
  /** So many steps of so many seconds each, one after the other, 2 s after the JVM began. */
  private static Start start(double... stepsAndSeconds) {
    List<StepMark> marks = new ArrayList<>(List.of(new StepMark(2, 3, 1000)));
    for (int i = 0; i < stepsAndSeconds.length; i += 2) {
      double seconds = stepsAndSeconds[i + 1];
      for (int step = 0; step < stepsAndSeconds[i]; step++) {
        StepMark last = marks.get(marks.size() - 1);
        marks.add(
            new StepMark(
                last.seconds() + seconds,
                last.cpuSeconds() + 2 * seconds,
                last.allocatedBytes() + 100));
      }
    }
    return new Start(marks);
  }

  @Test
  void theSteadyStateIsTheLastThird() {
    // 6 s of which the last two are steps of 0.1 s.
    Start start = start(8, 0.5, 20, 0.1);
    assertThat(start.secondsPerStep()).isEqualTo(0.1, within(1e-9));
    assertThat(start.cpuSecondsPerStep()).isEqualTo(0.2, within(1e-9));
    assertThat(start.bytesPerStep()).isEqualTo(100);
  }

  @Test
  void oneSlowStepDoesNotMoveTheMedian() {
    assertThat(start(100, 0.1, 1, 0.9, 10, 0.1).secondsPerStep()).isEqualTo(0.1, within(1e-9));
  }

  @Test
  void upToSpeedIsWhenTheNextSecondIsFast() {
    // Slow until 2 + 4 s; a second that begins just before that is still too slow.
    Start start = start(8, 0.5, 100, 0.1);
    assertThat(start.secondsToSpeed()).isEqualTo(6, within(0.2));
    assertThat(start.secondsToLastingSpeed()).isEqualTo(6, within(0.2));
  }

  @Test
  void aLaterSlowSecondPutsOffTheLastingSpeedOnly() {
    Start start = start(4, 0.5, 100, 0.1, 2, 1.0, 100, 0.1);
    assertThat(start.secondsToSpeed()).isEqualTo(4, within(0.2));
    assertThat(start.secondsToLastingSpeed()).isEqualTo(16, within(0.2));
  }

  @Test
  void aStartThatIsFastFromItsFirstStepIsUpToSpeedThere() {
    assertThat(start(100, 0.1).secondsToSpeed()).isEqualTo(2);
    assertThat(start(100, 0.1).secondsToLastingSpeed()).isEqualTo(2);
  }

  @Test
  void stepsLongerThanASecondHaveRatesToo() {
    assertThat(start(1, 8, 9, 2).secondsToSpeed()).isEqualTo(10);
    assertThat(start(1, 8, 9, 2).secondsToLastingSpeed()).isEqualTo(10);
  }

  @Test
  void aStartThatSlowsDownBeforeItsSteadyStateIsFastAtOnceButNotForGood() {
    assertThat(start(10, 0.1, 30, 1).secondsToSpeed()).isEqualTo(2);
    assertThat(start(30, 0.1, 8, 0.5, 50, 0.1).secondsToLastingSpeed()).isEqualTo(9, within(0.2));
  }

  @Test
  void withoutAStepThereIsNoRate() {
    assertThatThrownBy(() -> start()).hasMessageContaining("without a step");
  }
}
