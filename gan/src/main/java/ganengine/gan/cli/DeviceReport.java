package ganengine.gan.cli;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.DeviceProvider;
import ganengine.kernels.Devices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code doctor} on the devices: each there is, and the one {@code --device auto} takes. */
final class DeviceReport {
  private DeviceReport() {}

  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(Report.line("vectors", vectors()));
    for (DeviceProvider provider : Devices.all()) {
      lines.add(Report.line("device", state(provider)));
      provider.degraded().ifPresent(what -> lines.add(Report.line("", "but: " + what)));
      provider.report().forEach(line -> lines.add(Report.line("", "  " + line)));
    }
    lines.add(Report.line("training", DeviceChoice.of("auto").describe()));
    return lines;
  }

  private static String vectors() {
    Optional<Module> module = ModuleLayer.boot().findModule("jdk.incubator.vector");
    return module.isPresent()
        ? "the Vector API is there"
        : "no Vector API: this Java was started without --add-modules jdk.incubator.vector,"
            + " or has no such module";
  }

  private static String state(DeviceProvider provider) {
    String name = provider.name() + " (rank " + provider.rank() + "): ";
    Optional<String> unusable = provider.unusable();
    if (unusable.isPresent()) {
      return name + "can't be used: " + unusable.get();
    }
    try (Device device = provider.open(DeviceOptions.DEFAULT)) {
      return name + device.description();
    }
  }
}
