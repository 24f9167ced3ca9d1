package ganengine.gan.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The KL that perfect generators of stacked digits get on a sample of this size. It is not 0: a
 * finite sample of the uniform distribution has about 999 / 2N, and real digits are not uniform.
 *
 * @param uniform of a generator that draws all 1000 modes equally often
 * @param real of one that draws digits as often as the real data have them
 */
public record StackedDigitFloors(Estimate uniform, Estimate real) {
  private static final int REPEATS = 200;

  /**
   * Simulates each {@value #REPEATS} times.
   *
   * @param samples how many images a generator is judged by
   * @param digitCounts how many of each of the ten digits the real data hold
   * @param seed of the simulation
   */
  public static StackedDigitFloors simulate(int samples, long[] digitCounts, long seed) {
    long[] equal = new long[digitCounts.length];
    Arrays.fill(equal, 1);
    SplittableRandom random = new SplittableRandom(seed);
    return new StackedDigitFloors(
        floor(samples, equal, random), floor(samples, digitCounts, random));
  }

  private static Estimate floor(int samples, long[] digitCounts, SplittableRandom random) {
    double[] divergences = new double[REPEATS];
    double[] upTo = cumulated(digitCounts);
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      int[] digits = new int[samples * StackedModes.CHANNELS];
      for (int i = 0; i < digits.length; i++) {
        digits[i] = draw(upTo, random.nextDouble());
      }
      divergences[repeat] = StackedModes.histogram(digits).klFromUniform();
    }
    return Estimate.of(divergences);
  }

  private static double[] cumulated(long[] counts) {
    double[] upTo = new double[counts.length];
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      upTo[i] = sum;
    }
    for (int i = 0; i < counts.length; i++) {
      upTo[i] /= sum;
    }
    return upTo;
  }

  private static int draw(double[] upTo, double uniform) {
    int digit = 0;
    while (uniform >= upTo[digit]) {
      digit++;
    }
    return digit;
  }
}
