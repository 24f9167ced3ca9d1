package ganengine.gan.watch;

import ganengine.gan.watch.LossWindow.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Says in words how a run goes, from readings of its losses and, now and then, a look at its
 * samples. A function of what it was told, so that a resumed run told the same goes on as if it had
 * never stopped. Each verdict needs looks that agree ({@link Alarm}) and has one edge to come and
 * another to go ({@link Threshold}).
 */
public final class CollapseWatch {
  private final Spread real;
  private final OptionalDouble labelReal;
  private final LossWindow window = new LossWindow();
  private final Map<Verdict, Alarm> alarms = new EnumMap<>(Verdict.class);
  private int looks;

  /**
   * Knows nothing yet.
   *
   * @param real what {@link SpreadGauge#real} measured
   * @param labelReal what D is taught to say of real images; empty if D gives no probabilities (a
   *     critic): then nothing is said of who wins
   */
  public CollapseWatch(Spread real, OptionalDouble labelReal) {
    this.real = real;
    this.labelReal = labelReal;
    for (Verdict verdict : Verdict.values()) {
      if (verdict != Verdict.HEALTHY) {
        alarms.put(verdict, new Alarm());
      }
    }
  }

  /** A reading: both losses, D(x), D(G(z)). */
  public void read(double lossD, double lossG, double dReal, double dFake) {
    window.add(new Figures(lossD, lossG, dReal, dFake));
  }

  /**
   * A look at samples, after this step; it closes the window of readings.
   *
   * @param modes as in {@link Look}
   */
  public Look look(long step, Spread spread, Double modes) {
    if (step > Thresholds.WARM_UP) {
      hearSamples(spread, modes);
      hearLosses();
      looks++;
    }
    window.clear();
    return new Look(spread.distance(), spread.identical(), modes, verdicts());
  }

  /** What holds now, most serious first; empty before enough was seen. */
  public List<Verdict> verdicts() {
    List<Verdict> standing = new ArrayList<>();
    alarms.forEach(
        (verdict, alarm) -> {
          if (alarm.standing()) {
            standing.add(verdict);
          }
        });
    if (standing.isEmpty() && looks >= Alarm.LOOKS) {
      standing.add(Verdict.HEALTHY);
    }
    return List.copyOf(standing);
  }

  private void hearSamples(Spread spread, Double modes) {
    boolean stood = alarms.get(Verdict.MODE_COLLAPSE).standing();
    boolean collapsed =
        Thresholds.DISTANCE.exceeded(spread.distance(), stood)
            || Thresholds.IDENTICAL.exceeded(spread.identical() - real.identical(), stood);
    alarms.get(Verdict.MODE_COLLAPSE).hear(collapsed);
    hear(Verdict.FEW_MODES, Thresholds.MODES, modes == null ? Double.NaN : modes);
  }

  private void hearLosses() {
    if (window.count() < Thresholds.READINGS) {
      return;
    }
    hear(
        Verdict.FROZEN,
        Thresholds.MOVEMENT,
        Math.max(window.movement(Figures::lossD), window.movement(Figures::lossG)));
    if (labelReal.isPresent()) {
      double real = window.mean(Figures::dReal);
      double fake = window.mean(Figures::dFake);
      hear(
          Verdict.DISCRIMINATOR_WINS,
          Thresholds.CERTAINTY,
          (real - fake) / labelReal.getAsDouble());
      hear(Verdict.DISCRIMINATOR_BEATEN, Thresholds.FOOLED, fake);
    }
  }

  private void hear(Verdict verdict, Threshold threshold, double figure) {
    Alarm alarm = alarms.get(verdict);
    alarm.hear(threshold.exceeded(figure, alarm.standing()));
  }
}
