package ganengine.kernels;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The one place that chooses a device by name. */
public final class Devices {
  private Devices() {}

  /** Every kind of device on the class path, best first. */
  public static List<DeviceProvider> all() {
    return ServiceLoader.load(DeviceProvider.class, Devices.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(DeviceProvider::rank).reversed())
        .toList();
  }

  /**
   * The provider of that name, or for {@code auto} the best usable one.
   *
   * @throws IllegalArgumentException if no device has that name; the message lists those there are
   * @throws DeviceUnavailableException if it can't run here; the message says why
   */
  public static DeviceProvider find(String name) {
    if (name.equals("auto")) {
      return all().stream().filter(p -> p.unusable().isEmpty()).findFirst().orElseThrow();
    }
    DeviceProvider provider =
        all().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no device '%s'; there are auto, %s"
                            .formatted(
                                name,
                                all().stream()
                                    .map(DeviceProvider::name)
                                    .collect(Collectors.joining(", ")))));
    Optional<String> why = provider.unusable();
    if (why.isPresent()) {
      throw new DeviceUnavailableException("device " + name + " can't be used: " + why.get());
    }
    return provider;
  }

  /** Opens the device of that name (or {@code auto}); errors as in {@link #find}. */
  public static Device open(String name, DeviceOptions options) {
    return find(name).open(options);
  }
}
