package ganengine.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void countsDigitsAndConfidence() {
    Verdict verdict =
        Verdict.of(List.of(sure(3, 1.0), sure(3, 0.9), sure(7, 0.6), sure(3, 0.5)), 0.9);

    assertThat(verdict.images()).isEqualTo(4);
    assertThat(verdict.confident()).isEqualTo(0.5);
    assertThat(verdict.meanConfidence()).isEqualTo(0.75);
    assertThat(verdict.digits()).containsExactly(0, 0, 0, 0.75, 0, 0, 0, 0.25, 0, 0);
    assertThat(verdict.confidentDigits()).containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void survivesThatNothingIsConfident() {
    Verdict verdict = Verdict.of(List.of(sure(1, 0.4)), 0.9);

    assertThat(verdict.confident()).isZero();
    assertThat(verdict.confidentDigits()).containsOnly(0);
  }

  @Test
  void theTableNamesEveryDigit() {
    assertThat(Verdict.of(List.of(sure(9, 0.95)), 0.9).table())
        .contains("confident           100.0 %")
        .contains("    8    0.0 %    0.0 %")
        .contains("    9  100.0 %  100.0 %");
  }

  private static double[] sure(int digit, double probability) {
    double[] probabilities = new double[10];
    Arrays.fill(probabilities, (1 - probability) / 9);
    probabilities[digit] = probability;
    return probabilities;
  }
}
