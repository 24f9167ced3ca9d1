package ganengine.gan.cli;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Precision;
import java.util.List;
import java.util.stream.Stream;

/** What the command line asks of a device. */
final class ComputeOptions {
  private ComputeOptions() {}

  /** What a run's settings ask. */
  static DeviceOptions of(TrainConfig settings) {
    return new DeviceOptions(
        settings.threads(), precision(settings.precision()), settings.deterministic());
  }

  /**
   * The precision of this name.
   *
   * @throws UserError if there is none
   */
  static Precision precision(String word) {
    return Stream.of(Precision.values())
        .filter(precision -> precision.word().equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  private static UserError unknown(String word) {
    List<String> words = Stream.of(Precision.values()).map(Precision::word).toList();
    return new UserError(
        "--precision: expected one of %s, found '%s'%s"
            .formatted(String.join(", ", words), word, DidYouMean.among(word, words)));
  }
}
