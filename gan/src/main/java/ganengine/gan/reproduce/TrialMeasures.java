package ganengine.gan.reproduce;

import java.util.Map;

/** The measures that reproductions name. */
final class TrialMeasures {
  private static final Map<String, TrialMeasure> ALL =
      Map.of("evaluation", new EvaluationGlance(), "nearest-generated", new NearestGenerated());

  private TrialMeasures() {}

  /** Null if there is none of this name. */
  static TrialMeasure named(String name) {
    return ALL.get(name);
  }
}
