package ganengine.gan.measure;

import java.util.Arrays;

/**
 * How many samples fell on each of a data set's modes; the coverage measures of VEEGAN (Srivastava
 * et al. 2017, section 4) and PacGAN (Lin et al. 2018, section 4.1).
 *
 * @param counts of each mode
 */
@SuppressWarnings("ArrayRecordComponent") // Measured, never compared.
public record ModeHistogram(long[] counts) {
  /** Of the modes that samples were found in, each from 0 to {@code modes} - 1. */
  static ModeHistogram of(int[] found, int modes) {
    long[] counts = new long[modes];
    for (int mode : found) {
      counts[mode]++;
    }
    return new ModeHistogram(counts);
  }

  /** All samples. */
  public long samples() {
    return Arrays.stream(counts).sum();
  }

  /** Modes with at least one sample. */
  public int covered() {
    return (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }

  /**
   * Sum of p log(p * modes), in nats: the Kullback-Leibler divergence from the samples' histogram p
   * to the uniform distribution, which the papers call reverse KL. A finite sample of a perfect
   * generator does not reach 0: see {@link StackedDigitFloors}. NaN without samples.
   */
  public double klFromUniform() {
    double samples = samples();
    double sum = 0;
    for (long count : counts) {
      if (count > 0) {
        sum += count / samples * Math.log(count / samples * counts.length);
      }
    }
    return samples == 0 ? Double.NaN : sum;
  }
}
