package ganengine.kernels.reference;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.DeviceProvider;
import java.util.Optional;

/** Offers the {@code reference} device: always usable, the last choice of {@code auto}. */
public final class ReferenceProvider implements DeviceProvider {
  @Override
  public String name() {
    return "reference";
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public Optional<String> unusable() {
    return Optional.empty();
  }

  @Override
  public Device open(DeviceOptions options) {
    options.requireFullPrecision(name());
    return new ReferenceDevice();
  }
}
