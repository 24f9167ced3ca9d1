package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.run.MetricsLine;
import ganengine.gan.run.MetricsLog;
import ganengine.gan.run.RunFolder;
import ganengine.gan.watch.Verdict;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preset that collapses on purpose, the one that doesn't, and what the watch says of them. */
final class DemonstrationTest {
  @TempDir private Path folder;

  private final List<String> messages = new ArrayList<>();

  /** As far as its second look that counts. */
  private List<Verdict> train(String preset) {
    TrainConfig config =
        Settings.resolve(
            Optional.of(preset),
            Optional.empty(),
            Map.of("steps", "400", "device", "cpu", "checkpointEvery", "400"));
    RunFolder run = RunFolder.create(Optional.of(folder.resolve(preset)), config, "test");
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void message(String line) {
            messages.add(line);
          }

          @Override
          public void progress(Progress progress) {}
        };
    try (Device device = Devices.open("cpu", new DeviceOptions(0))) {
      new TrainRun(config, TrainRun.data(config), device, run, listener, () -> false)
          .run(Optional.empty());
    }
    List<MetricsLine> lines = MetricsLog.read(run.metrics());
    return lines.get(lines.size() - 1).watch().verdicts();
  }

  @Test
  void oneCollapses() {
    assertThat(train("digits-collapse")).contains(Verdict.MODE_COLLAPSE);
    assertThat(messages)
        .singleElement()
        .asString()
        .startsWith("watch, step 400: samples are near-identical: mode collapse");
  }

  @Test
  void theOtherDoesNot() {
    assertThat(train("digits-no-collapse")).containsExactly(Verdict.HEALTHY);
    assertThat(messages)
        .singleElement()
        .asString()
        .startsWith("watch, step 400: samples differ and the losses oscillate, as they should");
  }
}
