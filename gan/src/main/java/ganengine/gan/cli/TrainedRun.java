package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands take that look into a run's networks: the run, and the device to do it on. */
final class TrainedRun {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description = "The folder of a run (its newest checkpoint is taken), or a checkpoint file.")
  private Path run;

  @Mixin private DeviceFlags flags;

  private TrainedRun() {}

  /**
   * The checkpoint of a run that makes images.
   *
   * @throws UserError if there is none, or it makes points
   */
  Checkpoint ofImages() {
    Checkpoint checkpoint =
        StoredRun.checkpoint(
            run, line -> spec.commandLine().getErr().println("gan-engine: " + line));
    if (checkpoint.config().model().equals("points")) {
      throw new UserError(
          "%s: this run makes points, not images; %s needs a run that makes images"
              .formatted(run, spec.name()));
    }
    return checkpoint;
  }

  /**
   * The device.
   *
   * @throws UserError if an option is wrong
   */
  Device open() {
    return flags.chosen().get();
  }
}
