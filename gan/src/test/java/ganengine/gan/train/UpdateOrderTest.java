package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UpdateOrderTest {
  static Stream<UpdateOrder> orders() {
    return Stream.of(
        new PerBatch(1, false),
        new PerBatch(5, false),
        new PerBatch(5, true),
        new PerEpoch(1),
        new PerEpoch(7));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void totalsAreTheSumsOfSteps(UpdateOrder order) {
    long batches = 0;
    long rounds = 0;
    for (long step = 0; step < 1200; step++) {
      assertThat(order.batches(step)).as("batches before step %d", step).isEqualTo(batches);
      assertThat(order.rounds(step)).as("rounds before step %d", step).isEqualTo(rounds);
      if (batches > 0) {
        assertThat(order.stepsFor(batches)).isLessThanOrEqualTo(step);
        assertThat(order.batches(order.stepsFor(batches))).isEqualTo(batches);
      }
      UpdateOrder.End end = order.end(step);
      batches += order.alone(step) + (end == UpdateOrder.End.BOTH ? 1 : 0);
      rounds += order.alone(step) + (end == UpdateOrder.End.NOTHING ? 0 : 1);
    }
  }

  @Test
  void wgansCriticIsWarmedUp() {
    PerBatch order = new PerBatch(5, true);
    assertThat(order.alone(0)).isEqualTo(99);
    assertThat(order.alone(24)).isEqualTo(99);
    assertThat(order.alone(25)).isEqualTo(4);
    assertThat(order.alone(499)).isEqualTo(4);
    assertThat(order.alone(500)).isEqualTo(99);
    assertThat(order.batches(501)).isEqualTo(100 * 26 + 5 * 475);
  }

  @Test
  void anEpochOfDThenAnEpochOfG() {
    PerEpoch order = new PerEpoch(2);
    assertThat(Stream.of(0L, 1L, 2L, 3L, 4L).map(order::end))
        .containsExactly(
            UpdateOrder.End.NOTHING,
            UpdateOrder.End.NOTHING,
            UpdateOrder.End.GENERATOR,
            UpdateOrder.End.GENERATOR,
            UpdateOrder.End.NOTHING);
  }
}
