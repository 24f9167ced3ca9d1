package ganengine.gan.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.gan.UserError;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatentPathTest {
  private static final Offset<Float> CLOSE = within(1e-6f);

  private static double length(float... vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  @ParameterizedTest
  @EnumSource(LatentPath.class)
  void endsAreTheEndsBitForBit(LatentPath path) {
    float[] from = {0.1f, -3.3f, 1e-7f};
    float[] to = {7.7f, 0.3f, -2.1f};
    assertThat(path.between(from, to, 0)).isEqualTo(from).isNotSameAs(from);
    assertThat(path.between(from, to, 1)).isEqualTo(to).isNotSameAs(to);
  }

  @Test
  void aLineIsStraight() {
    float[] quarter = LatentPath.LINEAR.between(new float[] {0, 4}, new float[] {8, 0}, 0.25);
    assertThat(quarter).containsExactly(2, 3);
  }

  @ParameterizedTest
  @CsvSource({"0.25, 22.5", "0.5, 45", "0.9, 81"})
  void aRightAngleIsTurnedEvenly(double share, double degrees) {
    float[] between =
        LatentPath.SPHERICAL.between(new float[] {1, 0, 0}, new float[] {0, 1, 0}, share);
    assertThat(between[0]).isCloseTo((float) Math.cos(Math.toRadians(degrees)), CLOSE);
    assertThat(between[1]).isCloseTo((float) Math.sin(Math.toRadians(degrees)), CLOSE);
    assertThat(between[2]).isZero();
  }

  /** From 0 to 120 degrees, length 1 to 3: half way 60 degrees and 2. */
  @Test
  void theLengthGoesLinearlyFromEndToEnd() {
    float[] to = {-1.5f, (float) (1.5 * Math.sqrt(3))};
    float[] middle = LatentPath.SPHERICAL.between(new float[] {1, 0}, to, 0.5);
    assertThat(middle).containsExactly(new float[] {1, (float) Math.sqrt(3)}, CLOSE);
    float[] third = LatentPath.SPHERICAL.between(new float[] {1, 0}, to, 1 / 3.0);
    assertThat(length(third)).isCloseTo(5 / 3.0, within(1e-6));
  }

  @Test
  void parallelVectorsLieOnALine() {
    float[] between = LatentPath.SPHERICAL.between(new float[] {1, 2}, new float[] {3, 6}, 0.5);
    assertThat(between).containsExactly(new float[] {2, 4}, CLOSE);
    float[] still = LatentPath.SPHERICAL.between(new float[] {1, 2}, new float[] {1, 2}, 0.3);
    assertThat(still).containsExactly(new float[] {1, 2}, CLOSE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8})
  void oppositeVectorsTurnByWayOfAnAxisNotThroughZero(double share) {
    float[] from = {3, 0.1f, 4};
    float[] between = LatentPath.SPHERICAL.between(from, new float[] {-3, -0.1f, -4}, share);
    assertThat(length(between)).isCloseTo(length(from), within(1e-5));
    double cosine =
        (from[0] * between[0] + from[1] * between[1] + from[2] * between[2])
            / (length(from) * length(from));
    assertThat(cosine).isCloseTo(Math.cos(Math.PI * share), within(1e-5));
    assertThat(between[1]).as("the axis farthest from it").isGreaterThan(1);
  }

  @Test
  void toZeroItIsALine() {
    float[] zero = {0, 0};
    assertThat(LatentPath.SPHERICAL.between(new float[] {4, 2}, zero, 0.75))
        .containsExactly(1, .5f);
    assertThat(LatentPath.SPHERICAL.between(zero, zero, 0.75)).containsExactly(0, 0);
  }

  @Test
  void aDistributionHasItsPath() {
    assertThat(LatentPath.suiting("uniform")).isSameAs(LatentPath.LINEAR);
    assertThat(LatentPath.suiting("normal")).isSameAs(LatentPath.SPHERICAL);
  }

  @Test
  void pathsHaveNames() {
    assertThat(LatentPath.named("spherical")).isSameAs(LatentPath.SPHERICAL);
    assertThatThrownBy(() -> LatentPath.named("sferical"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "--path: expected one of linear, spherical, found 'sferical'; did you mean"
                + " 'spherical'?");
  }
}
