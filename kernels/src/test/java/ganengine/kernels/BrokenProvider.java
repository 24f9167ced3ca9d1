package ganengine.kernels;

import java.util.Optional;

/** A device that would be the best but can't run here; it stands on the tests' class path only. */
public final class BrokenProvider implements DeviceProvider {
  @Override
  public String name() {
    return "broken";
  }

  @Override
  public int rank() {
    return 1000;
  }

  @Override
  public Optional<String> unusable() {
    return Optional.of("its wires are cut; solder them");
  }

  @Override
  public Device open(DeviceOptions options) {
    throw new AssertionError("opened although unusable");
  }
}
