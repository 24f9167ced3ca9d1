package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacksTest {
  @Test
  void everyMemberGoesThroughAllSamplesInAnOrderOfItsOwn() {
    int[] packs = Packs.shuffled(3, 2, 100, 3);
    for (int member = 0; member < 3; member++) {
      int[] column = column(packs, member, 3);
      assertThat(column).isNotEqualTo(column(packs, (member + 1) % 3, 3));
      Arrays.sort(column);
      assertThat(column).isEqualTo(IntStream.range(0, 100).toArray());
    }
    assertThat(Packs.shuffled(3, 1, 100, 3)).isNotEqualTo(packs);
  }

  @Test
  void oneMemberIsTheUsualOrder() {
    assertThat(Packs.shuffled(7, 4, 50, 1)).isEqualTo(Shuffle.order(7, 4, 50));
  }

  @Test
  void drawnWithReplacement() {
    int[] packs = Packs.drawn(5, 10, 1000, 2);
    assertThat(packs).hasSize(2000).isEqualTo(Packs.drawn(5, 10, 1000, 2));
    assertThat(packs).isNotEqualTo(Packs.drawn(6, 10, 1000, 2));
    int[] counts = new int[10];
    for (int number : packs) {
      counts[number]++;
    }
    // Binomial with n = 2000 and p = 0.1: standard deviation 13; 5 of them.
    for (int count : counts) {
      assertThat(count).isBetween(133, 267);
    }
  }

  private static int[] column(int[] packs, int member, int members) {
    return IntStream.range(0, packs.length / members)
        .map(i -> packs[i * members + member])
        .toArray();
  }
}
