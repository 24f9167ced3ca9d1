package ganengine.gan.run;

import ganengine.engine.io.HostTensor;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import java.util.Map;
import java.util.Optional;

/** Settings, checkpoints and metrics for tests. */
final class Runs {
  static final TrainConfig CONFIG = Settings.resolve(Optional.empty(), Map.of("seed", 5));

  private Runs() {}

  static Checkpoint checkpoint(long step) {
    Map<String, HostTensor> tensors =
        Map.of(
            "g.weight", HostTensor.of(new int[] {2, 3}, 1f, 2f, 3f, 4f, 5f, (float) step),
            "g.exact", HostTensor.of(new int[] {2}, Math.PI, Double.MIN_VALUE),
            "adam.step", HostTensor.of(new int[] {}, step),
            "bytes", HostTensor.of(new int[] {3}, new byte[] {-1, 0, 1}));
    return new Checkpoint(CONFIG, step, step / 8.0, 1, tensors);
  }

  static MetricsLine line(long step) {
    return new MetricsLine(
        step,
        step / 156.0,
        1 / 3.0,
        Math.E,
        0.7,
        0.1 * step,
        64 * step,
        new MetricsLine.Timing(step * 0.25, 256));
  }
}
