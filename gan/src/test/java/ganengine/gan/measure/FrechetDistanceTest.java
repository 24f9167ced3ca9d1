package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.gan.UserError;
import org.junit.jupiter.api.Test;

final class FrechetDistanceTest {
  @Test
  void identicalSetsAreNotApart() {
    Features features = Samples.normal(300, 16, 2, 1.5, 1);

    assertThat(FrechetDistance.between(features, features)).isCloseTo(0, within(1e-9));
  }

  /** |m1 - m2|^2 + sum (s1 - s2)^2 for diagonal covariances: 3^2 + 4^2 + (1 - 2)^2 + (3 - 5)^2. */
  @Test
  void diagonalGaussiansByHand() {
    Gaussian a = new Gaussian(new double[] {0, 0}, new double[][] {{1, 0}, {0, 9}});
    Gaussian b = new Gaussian(new double[] {3, 4}, new double[][] {{4, 0}, {0, 25}});

    assertThat(FrechetDistance.between(a, b)).isCloseTo(30, within(1e-12));
  }

  /**
   * Rotating both changes nothing, and the covariances no longer commute with the axes: eigenvalues
   * 1, 9 and 4, 25 along the diagonals.
   */
  @Test
  void rotatedGaussiansByHand() {
    Gaussian a = new Gaussian(new double[2], new double[][] {{5, -4}, {-4, 5}});
    Gaussian b = new Gaussian(new double[2], new double[][] {{14.5, -10.5}, {-10.5, 14.5}});

    assertThat(FrechetDistance.between(a, b)).isCloseTo(1 + 4, within(1e-12));
  }

  /** tr sqrt(S1 S2) of two that don't commute: sqrt(tr + 2 sqrt(det)) for 2 x 2. */
  @Test
  void covariancesThatDoNotCommute() {
    Gaussian a = new Gaussian(new double[2], new double[][] {{2, 1}, {1, 3}});
    Gaussian b = new Gaussian(new double[2], new double[][] {{4, -1}, {-1, 1}});
    double traceOfProduct = 2 * 4 - 1 - 1 + 3;
    double determinant = 5 * 3;

    assertThat(FrechetDistance.between(a, b))
        .isCloseTo(10 - 2 * Math.sqrt(traceOfProduct + 2 * Math.sqrt(determinant)), within(1e-12));
  }

  @Test
  void shiftedSamplesAreAsFarApartAsTheirMeans() {
    Features a = Samples.normal(20_000, 4, 0, 1, 1);
    Features b = Samples.normal(20_000, 4, 0.5, 1, 2);

    assertThat(FrechetDistance.between(a, b)).isCloseTo(4 * 0.25, within(0.05));
  }

  @Test
  void singularCovariancesWork() {
    Features few = Samples.normal(3, 32, 0, 1, 1);

    assertThat(FrechetDistance.between(few, few)).isCloseTo(0, within(1e-6));
    assertThat(FrechetDistance.warning(3, 32)).contains("only 3 samples for 32 features");
    assertThat(FrechetDistance.warning(33, 32)).isEmpty();
  }

  @Test
  void oneSampleHasNoCovariance() {
    Features one = Samples.line(1);

    assertThatThrownBy(() -> FrechetDistance.between(one, one))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at least 2 samples of each kind, found 1");
  }

  @Test
  void widthsMustAgree() {
    assertThatThrownBy(
            () ->
                FrechetDistance.between(
                    Samples.normal(5, 2, 0, 1, 1), Samples.normal(5, 3, 0, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("width 2 and 3");
  }
}
