package ganengine.kernels;

/**
 * What a user may ask of a device.
 *
 * @param threads CPU threads to compute with; 0 for as many as there are processors
 */
public record DeviceOptions(int threads) {
  /** Everything at its default. */
  public static final DeviceOptions DEFAULT = new DeviceOptions(0);

  /** {@code threads}, with 0 resolved to the number of processors. */
  public int resolvedThreads() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }
}
