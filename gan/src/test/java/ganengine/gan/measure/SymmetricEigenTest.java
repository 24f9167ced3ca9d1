package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SymmetricEigenTest {
  /** The middle axis stands alone with 1; the other two give 3 + 1 and 3 - 1. */
  @Test
  void threeByThreeByHand() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{3, 0, 1}, {0, 1, 0}, {1, 0, 3}});

    assertThat(java.util.Arrays.stream(eigen.values()).sorted().toArray())
        .containsExactly(new double[] {1, 2, 4}, within(1e-14));
  }

  @Test
  void theRootSquaredIsTheMatrix() {
    double[][] covariance = Gaussian.of(Samples.normal(200, 24, 0, 2, 5)).covariance();

    double[][] root = SymmetricEigen.of(covariance).root();

    for (int i = 0; i < 24; i++) {
      for (int j = 0; j < 24; j++) {
        double product = 0;
        for (int k = 0; k < 24; k++) {
          product += root[i][k] * root[k][j];
        }
        assertThat(product).isCloseTo(covariance[i][j], within(1e-11));
      }
    }
  }

  @Test
  void notANumberEnds() {
    assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
        .isInstanceOf(IllegalStateException.class);
  }
}
