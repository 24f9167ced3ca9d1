package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  @Test
  void everyImageOnce() {
    for (int count : new int[] {0, 1, 2, 5, 10_000}) {
      int[] sorted = Shuffle.order(3, 0, count);
      Arrays.sort(sorted);
      assertThat(sorted).isEqualTo(IntStream.range(0, count).toArray());
    }
  }

  @Test
  void isAFunctionOfSeedAndEpoch() {
    int[] order = Shuffle.order(1, 4, 100);
    assertThat(Shuffle.order(1, 4, 100)).isEqualTo(order);
    assertThat(Shuffle.order(1, 5, 100)).isNotEqualTo(order);
    assertThat(Shuffle.order(2, 4, 100)).isNotEqualTo(order);
  }

  /** A change of the order would change every run: pinned. */
  @Test
  void orderIsPinned() {
    assertThat(Shuffle.order(1, 0, 10)).containsExactly(8, 0, 3, 6, 7, 5, 9, 1, 2, 4);
  }

  @Test
  void allOrdersAreAboutEquallyLikely() {
    int[] seen = new int[27];
    for (int epoch = 0; epoch < 6000; epoch++) {
      int[] order = Shuffle.order(9, epoch, 3);
      seen[order[0] * 9 + order[1] * 3 + order[2]]++;
    }
    // Binomial with n = 6000 and p = 1/6: standard deviation 29; 5 of them.
    assertThat(Arrays.stream(seen).filter(n -> n > 0).boxed().toList())
        .hasSize(6)
        .allSatisfy(n -> assertThat(n).isBetween(855, 1145));
  }
}
