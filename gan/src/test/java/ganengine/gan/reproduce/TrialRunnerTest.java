package ganengine.gan.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Progress;
import ganengine.gan.train.ProgressListener;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that train for a moment, judged by a measure that tells the checkpoint's step. */
final class TrialRunnerTest implements ProgressListener {
  @TempDir private Path folder;

  private final Trial trial = Tables.trial(Tables.NARROW, 7);
  private final List<Checkpoint> judged = new ArrayList<>();

  @Override
  public void message(String line) {}

  @Override
  public void progress(Progress progress) {}

  private Map<String, Double> judge(Checkpoint checkpoint, int samples, Device device) {
    judged.add(checkpoint);
    return Map.of("modes", (double) checkpoint.step(), "samples", (double) samples);
  }

  private Optional<TrialResult> run(Path parent, TrialMeasure measure, BooleanSupplier stop) {
    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      return new TrialRunner(measure, 100, device, this, stop)
          .run(trial, new TrialFolder(parent, trial));
    }
  }

  @Test
  void trainsJudgesAndLeavesTheResult() {
    TrialResult result = run(folder, this::judge, () -> false).orElseThrow();
    assertThat(result.figures())
        .containsExactlyInAnyOrderEntriesOf(Map.of("modes", 4.0, "samples", 100.0));
    assertThat(result.steps()).isEqualTo(4);
    assertThat(result.settings()).containsEntry("channels", "4").containsEntry("seed", "7");
    assertThat(new TrialFolder(folder, trial).result()).contains(result);
    assertThat(folder.resolve("narrow-seed-7/report.html")).exists();
  }

  @Test
  void whatWasStoppedGoesOnFromItsCheckpoint() {
    run(folder.resolve("whole"), this::judge, () -> false);

    int[] asked = {0};
    Path parts = folder.resolve("parts");
    assertThat(run(parts, this::judge, () -> ++asked[0] == 3)).isEmpty();
    assertThat(new TrialFolder(parts, trial).result()).isEmpty();
    run(parts, this::judge, () -> false);

    assertThat(asked[0]).isEqualTo(3);
    assertThat(judged).hasSize(2);
    assertThat(judged.get(1).tensors()).isEqualTo(judged.get(0).tensors());
  }

  @Test
  void whatHasNoCheckpointYetBeginsAnew() throws Exception {
    Path half = Files.createDirectories(folder.resolve("narrow-seed-7/checkpoints"));
    Files.writeString(half.resolve("step-0000002.safetensors"), "torn");
    assertThat(run(folder, this::judge, () -> false).orElseThrow().steps()).isEqualTo(4);
  }

  @Test
  void aFailureIsTheTrialsResult() {
    TrialResult result =
        run(
                folder,
                (checkpoint, samples, device) -> {
                  throw new RunFailure("the judge is ill");
                },
                () -> false)
            .orElseThrow();
    assertThat(result.succeeded()).isFalse();
    assertThat(result.failure()).isEqualTo("the judge is ill");
    assertThat(new TrialFolder(folder, trial).result()).contains(result);
  }

  @Test
  void whatTheUserMustChangeIsNoResult() {
    assertThatThrownBy(
            () ->
                run(
                    folder,
                    (checkpoint, samples, device) -> {
                      throw new UserError("no data");
                    },
                    () -> false))
        .isInstanceOf(UserError.class);
    assertThat(new TrialFolder(folder, trial).result()).isEmpty();
  }

  @Test
  void aResultOfOtherSettingsIsNotTaken() {
    run(folder, this::judge, () -> false);
    Trial longer = Trial.of(Tables.NARROW, Tables.SHORT, Map.of("steps", "6"), 7);
    assertThatThrownBy(() -> new TrialFolder(folder, longer).result())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("was trained with other settings (steps 4, now 6)")
        .hasMessageEndingWith("give another --out");
    Trial elsewhere =
        Trial.of(Tables.NARROW, Tables.SHORT, Map.of("threads", "2", "device", "auto"), 7);
    assertThat(new TrialFolder(folder, elsewhere).result()).isPresent();
  }
}
