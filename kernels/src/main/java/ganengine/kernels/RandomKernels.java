package ganengine.kernels;

/**
 * Counter-based random numbers, Philox 4x32-10 (Salmon et al., SC 2011), the same on all devices.
 *
 * <p>Element i uses word i mod 4 of the block with key = seed (low word, high word) and counter =
 * (i / 4, stream, step low word, step high word). {@link Philox} is the plain Java version. The
 * step lies in a device buffer (INTEGER, length 1), so that a captured launch draws new numbers
 * each time.
 */
public interface RandomKernels {
  /** out uniform in [low, high): low + (high - low) * u, see {@link Philox#uniform}. */
  void uniform(RandomStream stream, Buffer step, double low, double high, Buffer out);

  /** out normal with this mean and standard deviation, see {@link Philox#normal}. */
  void normal(RandomStream stream, Buffer step, double mean, double deviation, Buffer out);

  /**
   * Half of the indices, by chance, become their complement: {@code indices[i] = ~indices[i]} where
   * the highest bit of word i is set. In a batch of images ({@link ImageBatch}) those are mirrored.
   */
  void mirror(RandomStream stream, Buffer step, Buffer indices);

  /** counter[0] += by; counter is INTEGER of length 1. */
  void advance(Buffer counter, long by);
}
