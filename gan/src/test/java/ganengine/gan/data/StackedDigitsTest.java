package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StackedDigitsTest {
  private final ImageSet digits = DataSets.images("digits", null);

  @Test
  void stacksAreAFunctionOfTheSeed() {
    StackedDigits stacks = StackedDigits.draw("s", digits, 500, 3);
    assertThat(StackedDigits.draw("s", digits, 500, 3).triples()).isEqualTo(stacks.triples());
    assertThat(StackedDigits.draw("s", digits, 500, 4).triples()).isNotEqualTo(stacks.triples());
    assertThat(stacks).hasToString("s: 500 stacks of 3 of 10,000 digits of 28 x 28");
  }

  /** A change of the draws would change every run: pinned. */
  @Test
  void stacksArePinned() {
    assertThat(StackedDigits.draw("s", digits, 2, 1).triples())
        .containsExactly(5964, 8100, 772, 4110, 3651, 6473);
  }

  @Test
  void stacksAreTheSameInEveryEpochOrDrawnAnew() {
    StackedDigits once = StackedDigits.draw("s", digits, 50, 3);
    assertThat(once.inEpoch(7)).isSameAs(once);
    StackedDigits anew = StackedDigits.drawEachEpoch("s", digits, 50, 3);
    assertThat(anew.triples()).isEqualTo(once.triples());
    assertThat(anew.inEpoch(0)).isSameAs(anew);
    assertThat(anew.inEpoch(2).triples())
        .hasSameSizeAs(once.triples())
        .isNotEqualTo(once.triples())
        .isNotEqualTo(anew.inEpoch(1).triples())
        .isEqualTo(anew.inEpoch(1).inEpoch(2).triples());
  }

  @Test
  void modeSpellsTheLabelsOfTheThreeDigits() {
    StackedDigits stacks = StackedDigits.draw("s", digits, 50, 5);
    int[] labels = digits.labels();
    for (int stack = 0; stack < 50; stack++) {
      int[] triple = stacks.triples(new int[] {stack});
      assertThat(stacks.mode(stack))
          .isEqualTo(100 * labels[triple[0]] + 10 * labels[triple[1]] + labels[triple[2]]);
    }
    assertThat(StackedDigits.mode(9, 0, 7)).isEqualTo(907);
  }

  /**
   * What the papers measure a generator by, here of the data itself: every mode is there, and the
   * divergence from uniform is the digits' own, 0.0043 for MNIST, plus 999 / (2 N) = 0.0039.
   */
  @Test
  void trainingSetHoldsAllModesAboutEquallyOften() {
    StackedDigits stacks = (StackedDigits) DataSets.open("stacked-mnist", null, 1);
    assertThat(stacks.count()).isEqualTo(StackedDigits.TRAINING_COUNT);
    int[] counts = new int[StackedDigits.MODES];
    for (int stack = 0; stack < stacks.count(); stack++) {
      counts[stacks.mode(stack)]++;
    }
    double divergence = 0;
    for (int count : counts) {
      double share = (double) count / stacks.count();
      divergence += share * Math.log(share * StackedDigits.MODES);
    }
    assertThat(Arrays.stream(counts).min().orElseThrow()).isPositive();
    assertThat(divergence).isBetween(0.006, 0.011);
  }

  @Test
  void packsOfStacksAreRowsOfDigitNumbers() {
    StackedDigits stacks = StackedDigits.draw("s", digits, 20, 3);
    int[] packs = Packs.drawn(1, stacks.count(), 4, 2);
    int[] numbers = stacks.triples(packs);
    assertThat(numbers).hasSize(4 * 2 * 3);
    for (int i = 0; i < packs.length; i++) {
      assertThat(Arrays.copyOfRange(numbers, 3 * i, 3 * i + 3))
          .isEqualTo(Arrays.copyOfRange(stacks.triples(), 3 * packs[i], 3 * packs[i] + 3));
    }
  }

  @Test
  void scalingKeepsTheStacks() {
    StackedDigits stacks = StackedDigits.draw("s", digits, 20, 3);
    StackedDigits scaled = stacks.scaledTo(16);
    assertThat(scaled.triples()).isEqualTo(stacks.triples());
    assertThat(scaled.digits().height()).isEqualTo(16);
    assertThat(scaled.mode(7)).isEqualTo(stacks.mode(7));
  }

  @Test
  void onlyLabelledGreyDigitsCanBeStacked() {
    ImageSet unlabelled = new ImageSet("u", 1, 1, 1, 1, new byte[1], null, 0);
    assertThatThrownBy(() -> StackedDigits.draw("s", unlabelled, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
