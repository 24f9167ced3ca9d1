package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.RunFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A run to go on with.
 *
 * @param folder its folder
 * @param checkpoint from where
 */
record ResumedRun(RunFolder folder, Checkpoint checkpoint) {
  /** Stands for the run in {@code runs/} that was written to last. */
  static final String LATEST = "";

  /** What may differ from how the run began: none of them changes a training step. */
  private static final Set<String> MAY_CHANGE =
      Set.of(
          "data",
          "epochs",
          "steps",
          "minutes",
          "device",
          "threads",
          "deterministic",
          "sampleEvery",
          "checkpointEvery",
          "logEvery",
          "evaluateEvery");

  /**
   * Finds it.
   *
   * @param run its folder, one of its checkpoints, or {@link #LATEST}
   * @param warning is told of damaged checkpoints that are passed over
   * @throws UserError if there is none
   */
  static ResumedRun find(Path run, Consumer<String> warning) {
    Path found = run.toString().equals(LATEST) ? LatestRun.in(Path.of("runs")) : run;
    Checkpoint checkpoint = StoredRun.checkpoint(found, warning);
    return new ResumedRun(StoredRun.folder(found), checkpoint);
  }

  /**
   * How to go on: as the run began, but for what was given now.
   *
   * @throws UserError if something was given that can't change
   */
  TrainConfig settings(Map<String, String> given) {
    TrainConfig settings = Settings.resolve(Optional.of(folder.config()), given);
    Map<String, Object> now = Fields.of(settings);
    Map<String, Object> then = Fields.of(checkpoint.config());
    for (Map.Entry<String, Object> setting : now.entrySet()) {
      String key = setting.getKey();
      Object before = then.get(key);
      if (!MAY_CHANGE.contains(key) && !setting.getValue().equals(before)) {
        throw new UserError(
            "%s %s: the run began with %s, and that can't change on the way"
                .formatted(TrainOptions.name(key), setting.getValue(), before));
      }
    }
    return settings;
  }

  /** Notes in the run's folder that it goes on, on this device. */
  void record(String device) {
    folder.recordResumption(checkpoint.step(), device);
  }
}
