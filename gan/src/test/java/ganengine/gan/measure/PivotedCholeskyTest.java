package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PivotedCholeskyTest {
  @Test
  void theFactorGivesTheMatrix() {
    double[][] covariance = Gaussian.of(Samples.normal(200, 24, 0, 2, 5)).covariance();

    double[][] factor = PivotedCholesky.factor(covariance);

    assertThat(factor).hasNumberOfRows(24);
    assertGives(factor, covariance);
  }

  /** Ten samples leave nine directions, whatever their width. */
  @Test
  void aSingularCovarianceHasFewerRows() {
    double[][] covariance = Gaussian.of(Samples.normal(10, 24, 0, 2, 5)).covariance();

    double[][] factor = PivotedCholesky.factor(covariance);

    assertThat(factor).hasNumberOfRows(9);
    assertGives(factor, covariance);
  }

  @Test
  void nothingHasNoRows() {
    assertThat(PivotedCholesky.factor(new double[3][3])).isEmpty();
  }

  private static void assertGives(double[][] factor, double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        double product = 0;
        for (double[] row : factor) {
          product += row[i] * row[j];
        }
        assertThat(product).isCloseTo(matrix[i][j], within(1e-11));
      }
    }
  }
}
