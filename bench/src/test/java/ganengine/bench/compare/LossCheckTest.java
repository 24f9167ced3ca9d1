package ganengine.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LossCheckTest {
  @Test
  void readsALineForEachNetwork() {
    Map<String, double[]> losses = LossCheck.parse(Stream.of("mlp 1.5 2.5", "dcgan32 3 4 5"));
    assertThat(losses.get("mlp")).containsExactly(1.5, 2.5);
    assertThat(losses.get("dcgan32")).containsExactly(3, 4, 5);
  }

  @Test
  void takesTheLargestDifference() {
    double[] ours = {2, 4, 1};
    double[] theirs = {2, 4.4, 0.95};
    assertThat(LossCheck.difference(ours, theirs)).isEqualTo(0.1, Offset.offset(1e-12));
  }

  @Test
  void missingOrDivergedLossesAgreeWithNothing() {
    double[] ours = {1, 2};
    assertThat(LossCheck.difference(ours, null)).isInfinite();
    assertThat(LossCheck.difference(ours, new double[] {1})).isInfinite();
    assertThat(LossCheck.difference(ours, new double[] {1, Double.NaN})).isInfinite();
    assertThat(LossCheck.difference(new double[0], new double[0])).isInfinite();
  }
}
