package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "auto takes the best; doctor tells which there are. Default: ${DEFAULT-VALUE}")
  private String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "CPU threads; 0 for as many as processors. Default: ${DEFAULT-VALUE}")
  private int threads;

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "auto, fp32, or on a GPU tf32 or bf16. Default: ${DEFAULT-VALUE}")
  private String precision;

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
    if (threads < 0) {
      throw new UserError(
          "--threads: expected a whole number from 0, found '%d'".formatted(threads));
    }
    DeviceOptions options = new DeviceOptions(threads, ComputeOptions.precision(precision), false);
    return DeviceChoice.of(device).chosen().open(options);
  }
}
