package ganengine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Learning rates at the points that define each schedule. */
class ScheduleTest {
  @Test
  void constant() {
    assertRates(Schedule.constant(3), new long[] {0, 7, 1L << 40}, 3, 3, 3);
  }

  @Test
  void linearDecay() {
    Schedule schedule = Schedule.linearDecay(2, 10, 20);
    assertRates(schedule, new long[] {0, 10, 15, 20, 99}, 2, 2, 1, 0, 0);
  }

  @Test
  void stepDecay() {
    assertRates(Schedule.stepDecay(8, 0.5, 3), new long[] {0, 2, 3, 5, 6, 9}, 8, 8, 4, 4, 2, 1);
  }

  @Test
  void cosine() {
    Schedule schedule = Schedule.cosine(3, 1, 4);
    double quarter = 2 + Math.sqrt(0.5);
    assertRates(schedule, new long[] {0, 1, 2, 4, 50}, 3, quarter, 2, 1, 1);
  }

  @Test
  void warmUp() {
    Schedule schedule = Schedule.warmUp(4, Schedule.linearDecay(1, 0, 2));
    assertRates(schedule, new long[] {0, 1, 3, 4, 5, 6}, 0.25, 0.5, 1, 1, 0.5, 0);
  }

  @Test
  void emptySpansAreRefused() {
    assertThatThrownBy(() -> Schedule.linearDecay(1, 5, 5))
        .hasMessage("linear decay needs 0 <= from < to, found from 5 to 5");
    assertThatThrownBy(() -> Schedule.stepDecay(1, 0.5, 0)).hasMessageContaining("every >= 1");
    assertThatThrownBy(() -> Schedule.cosine(1, 0, 0)).hasMessageContaining("steps >= 1");
    assertThatThrownBy(() -> Schedule.warmUp(0, Schedule.constant(1)))
        .hasMessageContaining("steps >= 1");
  }

  private static void assertRates(Schedule schedule, long[] steps, double... expected) {
    assertThat(LongStream.of(steps).mapToDouble(schedule::rate).toArray())
        .containsExactly(expected, within(1e-12));
  }
}
