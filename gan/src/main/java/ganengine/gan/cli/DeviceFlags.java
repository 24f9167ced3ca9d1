package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The device that a command works on, for commands that have no run's settings to go by. */
final class DeviceFlags {
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

  private DeviceFlags() {}

  /**
   * What opens the device, so that a mistake is known before any work is done.
   *
   * @throws UserError if an option is wrong
   */
  Supplier<Device> chosen() {
    WholeNumber.require("--threads", 0, threads);
    DeviceOptions options = new DeviceOptions(threads, ComputeOptions.precision(precision), false);
    DeviceChoice choice = DeviceChoice.of(device);
    return () -> choice.chosen().open(options);
  }
}
