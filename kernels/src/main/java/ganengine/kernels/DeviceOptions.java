package ganengine.kernels;

/**
 * What a user may ask of a device.
 *
 * @param threads CPU threads to compute with; 0 for as many as there are processors
 * @param precision how finely to multiply; a device refuses to open in one that it doesn't have
 * @param deterministic whether only algorithms may be used that give the same bits every time;
 *     devices that have no others ignore it
 */
public record DeviceOptions(int threads, Precision precision, boolean deterministic) {
  /** Everything at its default. */
  public static final DeviceOptions DEFAULT = new DeviceOptions(0);

  /** This many threads, everything else at its default. */
  public DeviceOptions(int threads) {
    this(threads, Precision.AUTO, false);
  }

  /** {@code threads}, with 0 resolved to the number of processors. */
  public int resolvedThreads() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  /**
   * For a device that has no reduced precision.
   *
   * @throws UnsupportedPrecisionException if one is asked for
   */
  public void requireFullPrecision(String device) {
    if (precision != Precision.AUTO && precision != Precision.FP32) {
      throw new UnsupportedPrecisionException(
          "device %s can't compute in precision %s; it takes auto or fp32"
              .formatted(device, precision.word()));
    }
  }
}
