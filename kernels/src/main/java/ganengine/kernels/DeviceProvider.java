package ganengine.kernels;

import java.util.List;
import java.util.Optional;

/** Found by {@link java.util.ServiceLoader}: one kind of device and whether it can run here. */
public interface DeviceProvider {
  /** Short name as typed after {@code --device}. */
  String name();

  /** Which {@code auto} prefers: the usable one with the highest rank. */
  int rank();

  /** Why it can't be used on this machine, in one line; empty if it can. */
  Optional<String> unusable();

  /** What works but could work better (no Vector API, say), in one line; empty if nothing. */
  default Optional<String> degraded() {
    return Optional.empty();
  }

  /** What {@code doctor} tells besides: libraries, hardware, what is missing; whole lines. */
  default List<String> report() {
    return List.of();
  }

  /**
   * Opens the device. Call only if {@link #unusable} is empty.
   *
   * @throws UnsupportedPrecisionException if it can't compute in the precision asked for
   */
  Device open(DeviceOptions options);
}
