package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.Checkpoints;
import ganengine.gan.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a user means by RUN: the folder of a run, or a checkpoint file. */
final class StoredRun {
  private StoredRun() {}

  /**
   * The newest checkpoint in the folder that can be read, or that file.
   *
   * @param warning is told of damaged checkpoints that are passed over
   * @throws UserError if there is none
   */
  static Checkpoint checkpoint(Path run, Consumer<String> warning) {
    return Files.isRegularFile(run)
        ? Checkpoint.read(run)
        : new Checkpoints(RunFolder.open(run).checkpoints()).latest(warning);
  }

  /**
   * The folder, or the one that the checkpoint is in.
   *
   * @throws UserError if it isn't the folder of a run
   */
  static RunFolder folder(Path run) {
    if (!Files.isRegularFile(run)) {
      return RunFolder.open(run);
    }
    Path checkpoints = run.toAbsolutePath().normalize().getParent();
    if (checkpoints.getParent() == null) {
      throw new UserError(run + ": a run goes on in its folder; this checkpoint is in none");
    }
    return RunFolder.open(checkpoints.getParent());
  }
}
