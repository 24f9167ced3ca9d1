package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PointModesTest {
  private static final float[] TWO = {-1, 0, 1, 0};

  @Test
  void threeDeviationsAroundTheNearestMode() {
    float[] points = {-1, 0.29f, -1.29f, 0, 1, 0.31f, 0, 0};

    PointModes modes = PointModes.of(points, TWO, 0.1);

    assertThat(modes.covered()).isEqualTo(1);
    assertThat(modes.highQuality()).isEqualTo(0.5);
    assertThat(modes.reverseKl()).isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void theMixtureItselfIsNearTheCeiling() {
    Features noise = Samples.normal(20_000, 2, 0, 0.05, 3);
    float[] points = noise.values().clone();
    for (int i = 0; i < points.length; i += 2) {
      points[i] += i % 4 == 0 ? -1 : 1;
    }

    PointModes modes = PointModes.of(points, TWO, 0.05);

    assertThat(modes.covered()).isEqualTo(2);
    assertThat(modes.highQuality()).isCloseTo(1 - Math.exp(-4.5), within(0.003));
    assertThat(modes.reverseKl()).isCloseTo(0, within(1e-5));
  }

  @Test
  void withoutAPointOfHighQualityThereIsNoDivergence() {
    PointModes modes = PointModes.of(new float[] {5, 5}, TWO, 0.01);

    assertThat(modes.covered()).isZero();
    assertThat(modes.highQuality()).isZero();
    assertThat(modes.reverseKl()).isNaN();
  }
}
