package ganengine.gan.train;

import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.evaluate.Evaluator;
import ganengine.gan.evaluate.Evaluators;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The few measures of a run's averaged generator that are taken while it trains, between steps,
 * where the settings say.
 */
final class RunEvaluation {
  /** Of samples and choices, the same every time. */
  private static final long SEED = 0x3EA5;

  private final int every;
  private final Evaluator evaluator;
  private final ProgressListener listener;
  private Map<String, Double> ofReal;

  RunEvaluation(TrainConfig config, DataSet data, ProgressListener listener) {
    this.every = config.evaluateEvery();
    this.evaluator = Evaluators.of(data);
    this.listener = listener;
  }

  /** Whether to measure after this step. */
  boolean due(long step) {
    return every > 0 && step % every == 0;
  }

  /**
   * Measures, which waits for the device, and tells the listener.
   *
   * @return the measures by name, and what real data get by name and "OfReal"
   */
  Map<String, Double> take(Training training) {
    int samples = evaluator.glanceSamples();
    if (ofReal == null) {
      ofReal = evaluator.glanceOfReal(samples, SEED);
    }
    Map<String, Double> found = evaluator.glance(training.source(), samples, SEED);
    listener.message(
        found.keySet().stream()
            .map(name -> beside(name, found.get(name), ofReal.get(name)))
            .collect(
                Collectors.joining(
                    ", ",
                    "measured, step %d: ".formatted(training.done()),
                    "; in brackets: of real data (%d samples)".formatted(samples))));
    Map<String, Double> all = new LinkedHashMap<>(found);
    found.keySet().forEach(name -> all.put(name + "OfReal", ofReal.get(name)));
    return all;
  }

  private static String beside(String name, double value, double real) {
    return String.format(Locale.ROOT, "%s %.4g (%.4g)", name, value, real);
  }
}
