package ganengine.gan.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against solutions on paper. */
final class LinearClassifierTest {
  /** w^2 / 2 + 2 C (1 - w)^2 is least at w = 4 C / (1 + 4 C); b = 0 by symmetry. */
  @Test
  void theMachineOfTwoPointsIsTheOneOnPaper() {
    for (double c : new double[] {0.25, 1, 4}) {
      double[] weights = LinearSvm.fit(new float[] {1, -1}, new int[] {1, 0}, c, 1e-9).weights();
      assertThat(weights).containsExactly(new double[] {4 * c / (1 + 4 * c), 0}, within(1e-6));
    }
  }

  @Test
  void threeClassesAreToldApart() {
    float[] rows = {1, 0, 0.9f, 0.1f, 0, 1, 0.1f, 0.9f, -1, -1, -0.9f, -1};
    int[] labels = {2, 2, 0, 0, 1, 1};
    LinearSvm svm = LinearSvm.fit(rows, labels, 10, 0.01);
    assertThat(svm.predict(rows)).containsExactly(labels);
    assertThat(svm.predict(new float[] {5, 0, -3, -4})).containsExactly(2, 1);
  }

  @Test
  void twoClassesAreToldApartWhicheverComesFirst() {
    float[] rows = {-1, 1};
    assertThat(LinearSvm.fit(rows, new int[] {0, 1}, 1, 0.01).predict(rows)).containsExactly(0, 1);
    assertThat(LinearSvm.fit(rows, new int[] {1, 0}, 1, 0.01).predict(rows)).containsExactly(1, 0);
  }

  @Test
  void crossValidationIsTheSameEveryTime() {
    float[] rows = new float[60];
    int[] labels = new int[60];
    for (int i = 0; i < 60; i++) {
      labels[i] = i % 2;
      rows[i] = (i * 7 % 11 - 5) / 5f + labels[i];
    }
    LinearSvm first = LinearSvm.fitCrossValidated(rows, labels);
    LinearSvm second = LinearSvm.fitCrossValidated(rows, labels);
    assertThat(first.crossValidated()).isBetween(0.5, 1.0).isEqualTo(second.crossValidated());
    assertThat(first.weights()).containsExactly(second.weights());
  }

  /** w^2 / 2 + 2 C log(1 + e^-w) is least where w (1 + e^w) = 2 C; the sign is the object's. */
  @Test
  void theRegressionOfTwoPointsIsTheOneOnPaper() {
    for (boolean first : new boolean[] {true, false}) {
      float[] rows = {3, 7};
      LogisticRegression found = LogisticRegression.fit(rows, new boolean[] {first, !first}, 2);
      double w = Math.abs(found.weights()[0]);
      assertThat(w * (1 + Math.exp(w))).isCloseTo(4, within(0.01));
      assertThat(found.weights()[0] > 0).isEqualTo(!first);
      assertThat(found.accuracy(rows, new boolean[] {first, !first})).isEqualTo(1);
    }
  }

  /** Learnt from 3 and 7, the border is at 5: both below it are taken for what 3 is. */
  @Test
  void accuracyOnOthersCountsBothKindsTheSame() {
    LogisticRegression found =
        LogisticRegression.fit(new float[] {3, 7}, new boolean[] {false, true}, 2);
    float[] others = {1, 4, 4, 9, 6, 4};
    boolean[] present = {false, false, false, true, true, true};
    assertThat(found.accuracy(others, present)).isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
    assertThat(found.accuracy(new float[] {4, 8, 9}, new boolean[] {true, false, false})).isZero();
  }

  @Test
  void weightsThatSpeakForTheObjectComeTheLargestFirst() {
    LogisticRegression found = new LogisticRegression(new double[] {0.5, -2, 0, 3, 1}, 0, null);
    assertThat(found.positive(10)).containsExactly(3, 4, 0);
    assertThat(found.positive(2)).containsExactly(3, 4);
  }

  @Test
  void scalingGivesEveryBlockTheSameShare() {
    float[] rows = {0, 10, 100, 2, 10, 300};
    FeatureScaling.of(rows, 2, 1).apply(rows);
    float half = (float) Math.sqrt(0.5);
    assertThat(rows).containsExactly(new float[] {-half, 0, -half, half, 0, half}, within(1e-6f));
  }
}
