package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ModeHistogramTest {
  @Test
  void allModesEquallyOftenIsZero() {
    ModeHistogram histogram = new ModeHistogram(new long[] {7, 7, 7, 7});

    assertThat(histogram.covered()).isEqualTo(4);
    assertThat(histogram.klFromUniform()).isZero();
  }

  @Test
  void oneModeIsTheLogarithmOfTheirNumber() {
    ModeHistogram histogram = ModeHistogram.of(new int[] {3, 3, 3}, 1000);

    assertThat(histogram.covered()).isEqualTo(1);
    assertThat(histogram.klFromUniform()).isCloseTo(Math.log(1000), within(1e-12));
  }

  /** By hand: 3/4 log(3/4 * 3) + 1/4 log(1/4 * 3). */
  @Test
  void unequalCountsByHand() {
    ModeHistogram histogram = new ModeHistogram(new long[] {3, 1, 0});

    assertThat(histogram.samples()).isEqualTo(4);
    assertThat(histogram.covered()).isEqualTo(2);
    assertThat(histogram.klFromUniform())
        .isCloseTo(0.75 * Math.log(2.25) + 0.25 * Math.log(0.75), within(1e-12));
  }

  @Test
  void withoutSamplesThereIsNoDivergence() {
    assertThat(new ModeHistogram(new long[5]).klFromUniform()).isNaN();
  }
}
