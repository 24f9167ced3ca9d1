package ganengine.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void readsWhatTheMeasuringProcessPrints() {
    assertThat(Limits.parse(2, "400.5 30 20 25\n")).isEqualTo(new Limits(2, 400.5, 30, 20, 25));
    assertThatThrownBy(() -> Limits.parse(1, "")).hasMessageContaining("four limits expected");
  }

  @Test
  void theBestOfTwoIsTheHigherOfEach() {
    assertThat(new Limits(1, 1, 20, 3, 40).best(new Limits(1, 10, 2, 30, 4)))
        .isEqualTo(new Limits(1, 10, 20, 30, 40));
  }
}
