package ganengine.gan.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AverageTest {
  @Test
  void standardErrorIsTheDeviationOverTheRootOfTheCount() {
    Average average = Average.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
    assertThat(average.mean()).isEqualTo(5);
    assertThat(average.error()).isCloseTo(Math.sqrt(32.0 / 7 / 8), within(1e-12));
    assertThat(average.text(2)).isEqualTo("5.00 ± 0.76");
  }

  @Test
  void ofOneTrialThereIsNoError() {
    assertThat(Average.of(List.of(6.25)).text(1)).isEqualTo("6.3");
  }

  @Test
  void whatIsNoNumberIsLeftOut() {
    Average average = Average.of(List.of(1.0, Double.NaN, 3.0));
    assertThat(average.count()).isEqualTo(2);
    assertThat(average.mean()).isEqualTo(2);
    assertThat(Average.of(List.of(Double.NaN)).text(1)).isEqualTo("–");
    assertThat(Average.of(List.of()).text(1)).isEqualTo("–");
  }
}
