package ganengine.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepArithmeticTest {
  /** Counted by hand, layer by layer, at batch 64. */
  @ParameterizedTest
  @CsvSource({"DCGAN64, 145.6", "DCGAN32, 24.6", "MLP, 1.01"})
  void isWhatTheLayersAddUpTo(PeerNetworks networks, double gigaOperations) {
    assertThat(StepArithmetic.operations(networks, 64) / 1e9)
        .isCloseTo(gigaOperations, Percentage.withPercentage(0.5));
  }

  @Test
  void growsWithTheBatch() {
    assertThat(StepArithmetic.operations(PeerNetworks.PACDCGAN2, 32))
        .isEqualTo(2 * StepArithmetic.operations(PeerNetworks.PACDCGAN2, 16));
  }
}
