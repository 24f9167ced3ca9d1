package ganengine.gan.cli;

import ganengine.gan.reproduce.Trial;
import ganengine.gan.reproduce.TrialResult;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of a trial in one line. */
final class TrialText {
  private TrialText() {}

  static String of(Trial trial, TrialResult result) {
    if (!result.succeeded()) {
      return trial.id() + " failed: " + result.failure();
    }
    return "%s: %s, after %s of training"
        .formatted(trial.id(), figures(result.figures()), ProgressText.duration(result.seconds()));
  }

  private static String figures(Map<String, Double> figures) {
    return new TreeMap<>(figures)
        .entrySet().stream()
            .map(
                figure -> String.format(Locale.ROOT, "%s %.4g", figure.getKey(), figure.getValue()))
            .collect(Collectors.joining(", "));
  }
}
