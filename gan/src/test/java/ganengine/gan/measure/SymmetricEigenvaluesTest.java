package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SymmetricEigenvaluesTest {
  /** The middle axis stands alone with 1; the other two give 3 + 1 and 3 - 1. */
  @Test
  void threeByThreeByHand() {
    double[] values = SymmetricEigenvalues.of(new double[][] {{3, 0, 1}, {0, 1, 0}, {1, 0, 3}});

    assertThat(sorted(values)).containsExactly(new double[] {1, 2, 4}, within(1e-14));
  }

  /** The second difference has eigenvalues 2 - 2 cos(k pi / (n + 1)). */
  @Test
  void theSecondDifference() {
    int n = 50;
    double[][] matrix = new double[n][n];
    double[] expected = new double[n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 2;
      if (i > 0) {
        matrix[i][i - 1] = -1;
        matrix[i - 1][i] = -1;
      }
      expected[i] = 2 - 2 * Math.cos((i + 1) * Math.PI / (n + 1));
    }

    assertThat(sorted(SymmetricEigenvalues.of(matrix))).containsExactly(expected, within(1e-13));
  }

  /** Sums of powers of eigenvalues are traces of powers of the matrix. */
  @Test
  void aFullMatrixKeepsItsTraces() {
    double[][] covariance = Gaussian.of(Samples.normal(200, 24, 0, 2, 5)).covariance();
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < 24; i++) {
      trace += covariance[i][i];
      for (int j = 0; j < 24; j++) {
        squares += covariance[i][j] * covariance[i][j];
      }
    }

    double[] values = SymmetricEigenvalues.of(covariance);

    assertThat(Arrays.stream(values).sum()).isCloseTo(trace, within(1e-10));
    assertThat(Arrays.stream(values).map(value -> value * value).sum())
        .isCloseTo(squares, within(1e-9));
  }

  /** Of rank one: all but one eigenvalue are 0. */
  @Test
  void aSingularMatrix() {
    double[][] ones = new double[9][9];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }

    double[] values = sorted(SymmetricEigenvalues.of(ones));

    assertThat(values[8]).isCloseTo(9, within(1e-13));
    assertThat(Arrays.copyOf(values, 8)).containsOnly(new double[] {0}, within(1e-13));
  }

  @Test
  void notANumberEnds() {
    assertThatThrownBy(
            () -> SymmetricEigenvalues.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
        .isInstanceOf(IllegalStateException.class);
  }

  private static double[] sorted(double[] values) {
    return Arrays.stream(values).sorted().toArray();
  }
}
