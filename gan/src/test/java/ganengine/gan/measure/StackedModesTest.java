package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class StackedModesTest {
  /** Of MNIST's 60,000 training images. */
  private static final long[] TRAINING_DIGITS = {
    5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949
  };

  @Test
  void aModeIsTheNumberThatTheDigitsSpell() {
    ModeHistogram histogram = StackedModes.histogram(new int[] {0, 4, 2, 9, 9, 9, 0, 4, 2});

    assertThat(histogram.counts()).hasSize(1000);
    assertThat(histogram.counts()[42]).isEqualTo(2);
    assertThat(histogram.counts()[999]).isEqualTo(1);
    assertThat(histogram.covered()).isEqualTo(2);
  }

  @Test
  void channelsBecomeImages() {
    float[] twoImagesOfTwoPixels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    assertThat(StackedModes.channels(twoImagesOfTwoPixels, 2))
        .containsExactly(1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12);
  }

  /** 0.0194 +- 0.0009 and 0.0237 +- 0.0010 were simulated independently, in another language. */
  @Test
  void theFloorsAtTheUsualNumberOfSamples() {
    StackedDigitFloors floors = StackedDigitFloors.simulate(26_000, TRAINING_DIGITS, 1);

    assertThat(floors.uniform().mean()).isCloseTo(0.0194, within(0.0002));
    assertThat(floors.uniform().deviation()).isCloseTo(0.0009, within(0.0002));
    assertThat(floors.real().mean()).isCloseTo(0.0237, within(0.0002));
    assertThat(floors.real().deviation()).isCloseTo(0.0010, within(0.0002));
    assertThat(StackedDigitFloors.simulate(26_000, TRAINING_DIGITS, 1)).isEqualTo(floors);
  }

  @Test
  void theFloorSinksWithTheNumberOfSamples() {
    StackedDigitFloors floors = StackedDigitFloors.simulate(128_000, TRAINING_DIGITS, 1);

    assertThat(floors.uniform().mean()).isCloseTo(0.0039, within(0.0001));
    assertThat(floors.real().mean()).isCloseTo(0.0083, within(0.0002));
  }
}
