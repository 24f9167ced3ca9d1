package ganengine.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void ofAnOddNumberTheOneInTheMiddle() {
    assertThat(Spread.of(List.of(5.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 5));
  }

  @Test
  void ofAnEvenNumberTheMeanOfTwo() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(3, 1, 9));
  }

  @Test
  void ofTurnsByTheStep() {
    List<Turn> turns = List.of(new Turn(6, 3, 0), new Turn(4, 4, 0), new Turn(9, 3, 0));
    assertThat(Spread.ofTurns(turns)).isEqualTo(new Spread(2, 1, 3));
  }

  @Test
  void ofNothingIsAnError() {
    assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("no measurement");
  }
}
