package ganengine.gan.run;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.watch.Look;
import ganengine.gan.watch.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictSpanTest {
  private static MetricsLine line(long step, Verdict... verdicts) {
    return Runs.line(step).with(new Look(1, 0, null, List.of(verdicts)));
  }

  @Test
  void reachFromTheFirstLookWithItToTheFirstWithout() {
    List<MetricsLine> lines =
        List.of(
            line(100),
            line(200, Verdict.MODE_COLLAPSE),
            Runs.line(250),
            line(300, Verdict.MODE_COLLAPSE, Verdict.FROZEN),
            line(400, Verdict.FROZEN),
            line(500, Verdict.HEALTHY),
            Runs.line(550));
    assertThat(VerdictSpan.of(lines))
        .containsExactly(
            new VerdictSpan(Verdict.MODE_COLLAPSE, 200, 400),
            new VerdictSpan(Verdict.FROZEN, 300, 500),
            new VerdictSpan(Verdict.HEALTHY, 500, 550));
  }

  @Test
  void aRunThatWasNeverLookedAtHasNone() {
    assertThat(VerdictSpan.of(List.of(Runs.line(10), Runs.line(20)))).isEmpty();
    assertThat(VerdictSpan.of(List.of())).isEmpty();
  }
}
