package ganengine.gan.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadGaugeTest {
  private static final int COUNT = 20;
  private static final int SIZE = 30;

  private static float[] noise(long seed, double scale) {
    Random random = new Random(seed);
    float[] samples = new float[COUNT * SIZE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (scale * random.nextGaussian());
    }
    return samples;
  }

  private final SpreadGauge gauge = new SpreadGauge(noise(1, 1), COUNT);

  @Test
  void realSamplesAreTheMeasure() {
    assertThat(gauge.real().distance()).isCloseTo(1, within(1e-12));
    assertThat(gauge.real().identical()).isZero();
  }

  @Test
  void distanceIsAShareOfTheRealOnes() {
    assertThat(gauge.measure(noise(2, 0.25), COUNT).distance()).isCloseTo(0.25, within(0.02));
  }

  @Test
  void theSameSampleAgainAndAgainIsIdentical() {
    Spread spread = gauge.measure(new float[COUNT * SIZE], COUNT);
    assertThat(spread).isEqualTo(new Spread(0, 1));
  }

  @Test
  void countsPairsNotSamples() {
    float[] samples = noise(3, 1);
    System.arraycopy(samples, 0, samples, SIZE, SIZE);
    System.arraycopy(samples, 0, samples, 2 * SIZE, SIZE);
    assertThat(gauge.measure(samples, COUNT).identical()).isEqualTo(3.0 / 190);
  }

  @Test
  void pointsOfOneModeAreAlikeAmongRealSamplesToo() {
    float[] twoModes = new float[2 * COUNT];
    for (int i = 0; i < COUNT; i++) {
      twoModes[2 * i] = i % 2;
    }
    assertThat(new SpreadGauge(twoModes, COUNT).real().identical()).isEqualTo(90.0 / 190);
  }
}
