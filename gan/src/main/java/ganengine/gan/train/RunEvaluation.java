package ganengine.gan.train;

import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.evaluate.Evaluator;
import ganengine.gan.evaluate.Evaluators;
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

  RunEvaluation(TrainConfig config, DataSet data, ProgressListener listener) {
    this.every = config.evaluateEvery();
    this.evaluator = Evaluators.of(data);
    this.listener = listener;
  }

  /** Whether to measure after this step. */
  boolean due(long step) {
    return every > 0 && step % every == 0;
  }

  /** Measures, which waits for the device, and tells the listener. */
  Map<String, Double> take(Training training) {
    Map<String, Double> found =
        evaluator.glance(training.source(), evaluator.glanceSamples(), SEED);
    listener.message(
        found.entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%s %.4g", entry.getKey(), entry.getValue()))
            .collect(
                Collectors.joining(
                    ", ",
                    "measured, step %d: ".formatted(training.done()),
                    " (%d samples)".formatted(evaluator.glanceSamples()))));
    return found;
  }
}
