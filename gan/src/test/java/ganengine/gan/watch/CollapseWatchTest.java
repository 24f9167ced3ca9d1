package ganengine.gan.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CollapseWatchTest {
  private static final Spread REAL = new Spread(1, 0);
  private static final Spread GOOD = new Spread(0.95, 0);
  private static final Spread ALIKE = new Spread(0.1, 0.9);

  private final CollapseWatch watch = new CollapseWatch(REAL, OptionalDouble.of(0.9));
  private long step = Thresholds.WARM_UP;

  /** Ten readings around these, whose losses move by a tenth; then a look. */
  private List<Verdict> look(CollapseWatch watch, double dReal, double dFake, Spread spread) {
    return look(watch, 0.1, dReal, dFake, spread, null);
  }

  private List<Verdict> look(
      CollapseWatch watch,
      double movement,
      double dReal,
      double dFake,
      Spread spread,
      Double modes) {
    for (int i = 0; i < 10; i++) {
      double sign = i % 2 == 0 ? 1 : -1;
      watch.read(1 + sign * movement, 2 - sign * movement, dReal, dFake);
    }
    return watch.look(++step, spread, modes).verdicts();
  }

  @Test
  void saysNothingUntilTwoLooksAgree() {
    assertThat(look(watch, 0.7, 0.3, GOOD)).isEmpty();
    assertThat(look(watch, 0.7, 0.3, GOOD)).containsExactly(Verdict.HEALTHY);
  }

  @Test
  void saysNothingWhileARunBegins() {
    for (long early = 50; early <= Thresholds.WARM_UP; early += 50) {
      assertThat(watch.look(early, ALIKE, null).verdicts()).isEmpty();
    }
  }

  @Test
  void samplesThatAreAlikeAreModeCollapse() {
    look(watch, 0.7, 0.3, ALIKE);
    assertThat(look(watch, 0.7, 0.3, ALIKE)).containsExactly(Verdict.MODE_COLLAPSE);
  }

  @Test
  void nearIdenticalPairsAreMeasuredAgainstThoseAmongRealSamples() {
    CollapseWatch points = new CollapseWatch(new Spread(1, 0.125), OptionalDouble.of(1));
    Spread allModes = new Spread(1, 0.125);
    Spread oneMode = new Spread(0.6, 0.7);
    look(points, 0.5, 0.5, allModes);
    assertThat(look(points, 0.5, 0.5, allModes)).containsExactly(Verdict.HEALTHY);
    look(points, 0.5, 0.5, oneMode);
    assertThat(look(points, 0.5, 0.5, oneMode)).containsExactly(Verdict.MODE_COLLAPSE);
  }

  @Test
  void recoversAfterTwoGoodLooks() {
    look(watch, 0.7, 0.3, ALIKE);
    look(watch, 0.7, 0.3, ALIKE);
    assertThat(look(watch, 0.7, 0.3, GOOD)).containsExactly(Verdict.MODE_COLLAPSE);
    assertThat(look(watch, 0.7, 0.3, GOOD)).containsExactly(Verdict.HEALTHY);
  }

  @Test
  void doesNotChatterAtTheEdge() {
    Spread below = new Spread(Thresholds.DISTANCE.on() - 0.01, 0);
    Spread above = new Spread(Thresholds.DISTANCE.on() + 0.01, 0);
    List<List<Verdict>> said = new ArrayList<>();
    look(watch, 0.7, 0.3, below);
    for (int i = 0; i < 10; i++) {
      said.add(look(watch, 0.7, 0.3, i % 3 == 0 ? below : above));
    }
    assertThat(said).containsOnly(List.of(Verdict.MODE_COLLAPSE));
  }

  @Test
  void oneOddLookChangesNothing() {
    List<List<Verdict>> said = new ArrayList<>();
    look(watch, 0.7, 0.3, GOOD);
    for (int i = 0; i < 10; i++) {
      said.add(look(watch, 0.7, 0.3, i % 2 == 0 ? GOOD : ALIKE));
    }
    assertThat(said).containsOnly(List.of(Verdict.HEALTHY));
  }

  @Test
  void fewModes() {
    look(watch, 0.1, 0.7, 0.3, GOOD, 0.4);
    assertThat(look(watch, 0.1, 0.7, 0.3, GOOD, 0.4)).containsExactly(Verdict.FEW_MODES);
  }

  @Test
  void aCertainDiscriminatorWins() {
    look(watch, 0.895, 0.004, GOOD);
    assertThat(look(watch, 0.895, 0.004, GOOD)).containsExactly(Verdict.DISCRIMINATOR_WINS);
    look(watch, 0.8, 0.2, GOOD);
    assertThat(look(watch, 0.8, 0.2, GOOD)).containsExactly(Verdict.HEALTHY);
  }

  @Test
  void aFooledDiscriminatorIsBeaten() {
    look(watch, 0.85, 0.85, GOOD);
    assertThat(look(watch, 0.85, 0.85, GOOD)).containsExactly(Verdict.DISCRIMINATOR_BEATEN);
  }

  @Test
  void cannotTellIsNotBeaten() {
    look(watch, 0.5, 0.5, GOOD);
    assertThat(look(watch, 0.5, 0.5, GOOD)).containsExactly(Verdict.HEALTHY);
  }

  @Test
  void ofACriticNobodySaysThatItWins() {
    CollapseWatch critic = new CollapseWatch(REAL, OptionalDouble.empty());
    look(critic, 1, 0, GOOD);
    assertThat(look(critic, 1, 0, GOOD)).containsExactly(Verdict.HEALTHY);
  }

  @Test
  void lossesThatStandStill() {
    look(watch, 1e-5, 0.5, 0.5, GOOD, null);
    assertThat(look(watch, 1e-5, 0.5, 0.5, GOOD, null)).containsExactly(Verdict.FROZEN);
  }

  @Test
  void severalTroublesAreAllNamedTheWorstFirst() {
    look(watch, 1e-5, 0.9, 0, ALIKE, 0.1);
    assertThat(look(watch, 1e-5, 0.9, 0, ALIKE, 0.1))
        .containsExactly(
            Verdict.MODE_COLLAPSE, Verdict.FEW_MODES, Verdict.DISCRIMINATOR_WINS, Verdict.FROZEN);
  }
}
