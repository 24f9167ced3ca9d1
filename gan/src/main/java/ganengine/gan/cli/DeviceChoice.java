package ganengine.gan.cli;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import ganengine.kernels.DeviceProvider;
import ganengine.kernels.Devices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The device that {@code --device} leads to, and what speaks against those that rank above it.
 *
 * @param chosen the device taken
 * @param better what ranks above it and is not taken
 * @param asked whether it was named, not found by {@code auto}
 */
record DeviceChoice(DeviceProvider chosen, List<DeviceProvider> better, boolean asked) {
  /**
   * The device of that name, or the best for {@code auto}.
   *
   * @throws UserError if there is no such device
   * @throws ganengine.kernels.DeviceUnavailableException if it can't run here
   */
  static DeviceChoice of(String name) {
    requireKnown(name);
    DeviceProvider chosen = Devices.find(name);
    List<DeviceProvider> better =
        Devices.all().stream().filter(other -> other.rank() > chosen.rank()).toList();
    return new DeviceChoice(chosen, better, !name.equals("auto"));
  }

  /** One line: {@code on cpu; not cuda: no driver; ...}. */
  String describe() {
    return "on " + chosen.name() + notTaken();
  }

  /** Why no better device is taken, and what the one taken lacks; empty if nothing. */
  String notTaken() {
    String others =
        better.stream()
            .map(other -> "; not " + other.name() + ": " + whyNot(other))
            .collect(Collectors.joining());
    return others + chosen.degraded().map(what -> "; " + what).orElse("");
  }

  private static void requireKnown(String name) {
    List<String> known = new ArrayList<>(List.of("auto"));
    Devices.all().forEach(provider -> known.add(provider.name()));
    if (!known.contains(name)) {
      throw new UserError(
          "there is no device '%s', there are %s%s"
              .formatted(name, String.join(", ", known), DidYouMean.among(name, known)));
    }
  }

  private String whyNot(DeviceProvider other) {
    return asked ? chosen.name() + " was asked for" : other.unusable().orElse("it ranks lower");
  }
}
