package ganengine.kernels.cpu;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.DeviceProvider;
import java.util.Optional;

/** Offers the {@code cpu} device: always usable, slower without the Vector API. */
public final class CpuProvider implements DeviceProvider {
  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public Optional<String> unusable() {
    return Optional.empty();
  }

  @Override
  public Optional<String> degraded() {
    return Lanes.scalarBecause().map(why -> "no Vector API, convolutions run scalar code: " + why);
  }

  @Override
  public Device open(DeviceOptions options) {
    options.requireFullPrecision(name());
    return new CpuDevice(options);
  }
}
