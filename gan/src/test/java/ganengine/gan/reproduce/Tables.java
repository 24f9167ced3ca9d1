package ganengine.gan.reproduce;

import java.util.List;
import java.util.Map;

/** A made-up reproduction whose trials take a moment, and results. */
final class Tables {
  static final String DEVICE = "a device";
  static final TrialSystem NARROW =
      new TrialSystem(
          "Narrow", null, Map.of("channels", "4"), Map.of("modes", new double[] {6, 1}));
  static final TrialSystem WIDE =
      new TrialSystem("Wide 2", null, Map.of("channels", "8"), Map.of("modes", new double[] {7}));
  static final Map<String, String> SHORT =
      Map.of(
          "steps", "4",
          "batch", "8",
          "model", "mlp",
          "sampleEvery", "4",
          "checkpointEvery", "2",
          "device", "cpu",
          "threads", "1");
  static final Reproduction.Scale SCALE = new Reproduction.Scale(3, 100, SHORT, null);
  static final Reproduction TABLE =
      new Reproduction(
          "A table",
          "points",
          List.of(
              new Reproduction.Column("modes", "modes of 8", 1),
              new Reproduction.Column("kl", "KL", 2)),
          List.of(NARROW, WIDE),
          Map.of("quick", SCALE),
          "A perfect one has 8.");

  private Tables() {}

  static Trial trial(TrialSystem system, long seed) {
    return Trial.of(system, SHORT, Map.of(), seed);
  }

  static TrialResult result(TrialSystem system, long seed, double modes, double kl) {
    return result(system, seed, Map.of("modes", modes, "kl", kl), null);
  }

  static TrialResult failed(TrialSystem system, long seed, String why) {
    return result(system, seed, Map.of(), why);
  }

  private static TrialResult result(
      TrialSystem system, long seed, Map<String, Double> figures, String failure) {
    return new TrialResult(
        system.name(), seed, 100, 4, 1.5, DEVICE, figures, failure, trial(system, seed).identity());
  }
}
