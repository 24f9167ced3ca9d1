package ganengine.gan.cli;

import ganengine.gan.train.Progress;
import ganengine.gan.train.StepMetrics;
import java.util.Locale;

/** A run's state in one line, the most important first: a narrow terminal cuts off the rest. */
final class ProgressText {
  private ProgressText() {}

  static String of(Progress progress) {
    StepMetrics metrics = progress.metrics();
    return String.format(
        Locale.ROOT,
        "step %d/%d, %s left, loss D %.3f G %.3f, D(x) %.2f, D(G(z)) %.2f, epoch %.2f, %.0f images/s",
        progress.step(),
        progress.totalSteps(),
        duration(progress.secondsLeft()),
        metrics.lossD(),
        metrics.lossG(),
        metrics.dReal(),
        metrics.dFake(),
        progress.epoch(),
        progress.imagesPerSecond());
  }

  /** {@code 0:07}, {@code 12:30}, {@code 3:05:00}; {@code ?} while nobody knows. */
  static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "?";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }
}
