package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointSetTest {
  /**
   * Every mode as often as the others, each with its spread: the floor of what the papers measure.
   */
  @ParameterizedTest
  @CsvSource({"ring, 8, 0.01", "grid, 25, 0.05"})
  void modesAreEquallyLikelyGaussians(String name, int modes, double deviation) {
    PointSet set = (PointSet) DataSets.open(name, null, 11);
    assertThat(set.modes()).isEqualTo(modes);
    assertThat(set.deviation()).isEqualTo(deviation);
    assertThat(set.points()).hasSize(2 * PointSet.TRAINING_COUNT);
    int[] counts = new int[modes];
    double[] squares = new double[2];
    double[] sums = new double[2];
    int near = 0;
    for (int i = 0; i < set.count(); i++) {
      int mode = nearest(set, i);
      counts[mode]++;
      double square = 0;
      for (int axis = 0; axis < 2; axis++) {
        double off = (set.points()[2 * i + axis] - set.centres()[2 * mode + axis]) / deviation;
        sums[axis] += off;
        squares[axis] += off * off;
        square += off * off;
      }
      near += square <= 9 ? 1 : 0;
    }
    double expected = (double) set.count() / modes;
    for (int count : counts) {
      assertThat(count - expected).isBetween(-5 * Math.sqrt(expected), 5 * Math.sqrt(expected));
    }
    for (int axis = 0; axis < 2; axis++) {
      assertThat(sums[axis] / set.count()).isCloseTo(0, within(0.02));
      assertThat(squares[axis] / set.count()).isCloseTo(1, within(0.03));
    }
    // Within three deviations of a centre in the plane lie 1 - exp(-9/2) of a Gaussian.
    assertThat((double) near / set.count()).isCloseTo(0.98889, within(0.002));
  }

  @ParameterizedTest
  @CsvSource({"ring", "grid"})
  void pointsAreAFunctionOfTheSeed(String name) {
    float[] points = ((PointSet) DataSets.open(name, null, 1)).points();
    assertThat(((PointSet) DataSets.open(name, null, 1)).points()).isEqualTo(points);
    assertThat(((PointSet) DataSets.open(name, null, 2)).points()).isNotEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"ring, 1, 0", "grid, 4, 4"})
  void centresLieWhereThePapersPutThem(String name, float x, float y) {
    float[] centres = ((PointSet) DataSets.open(name, null, 1)).centres();
    int hits = 0;
    for (int mode = 0; mode < centres.length / 2; mode++) {
      hits += centres[2 * mode] == x && centres[2 * mode + 1] == y ? 1 : 0;
    }
    assertThat(hits).isOne();
    assertThat(Arrays.stream(radii(centres)).max().orElseThrow())
        .isCloseTo(Math.hypot(x, y), within(1e-6));
  }

  private static double[] radii(float[] centres) {
    double[] radii = new double[centres.length / 2];
    for (int mode = 0; mode < radii.length; mode++) {
      radii[mode] = Math.hypot(centres[2 * mode], centres[2 * mode + 1]);
    }
    return radii;
  }

  private static int nearest(PointSet set, int point) {
    int best = 0;
    for (int mode = 1; mode < set.modes(); mode++) {
      if (distance(set, point, mode) < distance(set, point, best)) {
        best = mode;
      }
    }
    return best;
  }

  private static double distance(PointSet set, int point, int mode) {
    return Math.hypot(
        set.points()[2 * point] - set.centres()[2 * mode],
        set.points()[2 * point + 1] - set.centres()[2 * mode + 1]);
  }
}
