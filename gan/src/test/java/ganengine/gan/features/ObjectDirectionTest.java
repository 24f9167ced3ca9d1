package ganengine.gan.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ObjectDirectionTest {
  /** Without: (1, 1) and (3, 1), on average (2, 1). With: (5, 5) and (5, 5): 3 and 4 more. */
  private static final ObjectDirection FOUND =
      ObjectDirection.of(
          new Evidence(
              new float[] {1, 1, 5, 5, 3, 1, 5, 5}, new boolean[] {false, true, false, true}));

  @Test
  void isTheDifferenceOfMeans() {
    assertThat(FOUND.mean()).containsExactly(2, 1);
    assertThat(FOUND.difference()).containsExactly(3, 4);
  }

  @Test
  void aSampleLosesAsMuchAsItShows() {
    // At the mean of those with it: all. Half of it, and 4 along what is across it.
    float[] values = {5, 5, 2 + 1.5f - 4, 1 + 2 + 3};
    assertThat(FOUND.subtracted(values, 1))
        .containsExactly(new float[] {2, 1, 2 - 4, 1 + 3}, within(1e-5f));
    assertThat(FOUND.subtracted(values, 2))
        .containsExactly(new float[] {-1, -3, 2 - 1.5f - 4, 1 - 2 + 3}, within(1e-5f));
  }

  @Test
  void aSampleWithoutItStaysAsItIs() {
    float[] values = {2, 1, 1, 1, 6, -2};
    assertThat(FOUND.subtracted(values, 5)).containsExactly(values);
  }
}
