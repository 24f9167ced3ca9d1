package ganengine.gan.data;

import ganengine.kernels.RandomStream;

/**
 * Which samples a packed discriminator sees side by side (PacGAN, Lin et al. 2018): rows of sample
 * numbers, [packs, members].
 */
public final class Packs {
  private static final int STREAM = 0x5041434B;

  private Packs() {}

  /**
   * Packs of samples drawn with replacement, once for the whole run: what the paper's experiments
   * with stacked digits and points train on, in this order each epoch.
   *
   * @param seed the run's seed
   * @param count samples to draw from
   * @param packs rows
   * @param members samples in a pack, at least 1
   */
  public static int[] drawn(long seed, int count, int packs, int members) {
    int[] numbers = new int[Math.multiplyExact(packs, members)];
    RandomIntegers random = new RandomIntegers(new RandomStream(seed, STREAM), 0);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.below(count);
    }
    return numbers;
  }

  /**
   * As many packs as there are samples, new in each epoch: every member goes through all samples in
   * an order of its own, as in the paper's experiment with CelebA. With one member this is {@link
   * Shuffle#order}.
   *
   * @param seed the run's seed
   * @param epoch counted from 0
   * @param count samples, and packs
   * @param members samples in a pack, at least 1
   */
  public static int[] shuffled(long seed, long epoch, int count, int members) {
    int[] numbers = new int[Math.multiplyExact(count, members)];
    for (int member = 0; member < members; member++) {
      int[] order = Shuffle.order(seed, epoch, count, member);
      for (int i = 0; i < count; i++) {
        numbers[i * members + member] = order[i];
      }
    }
    return numbers;
  }
}
