package ganengine.gan.data;

import ganengine.kernels.RandomStream;

/**
 * The order in which an epoch shows the samples: a function of the run's seed and the epoch's
 * number, so that a resumed run needs nothing but its counters. Fisher and Yates's shuffle driven
 * by Philox.
 */
public final class Shuffle {
  /** Far from the streams that a training step's draws count up from 0. */
  private static final int STREAM = 0x53485546;

  private Shuffle() {}

  /**
   * The numbers 0 to count - 1 in this epoch's order.
   *
   * @param seed the run's seed
   * @param epoch counted from 0
   */
  public static int[] order(long seed, long epoch, int count) {
    return order(seed, epoch, count, 0);
  }

  /** As the other; each member of a pack has an order of its own, member 0 that of the other. */
  static int[] order(long seed, long epoch, int count, int member) {
    int[] order = new int[count];
    RandomIntegers random = new RandomIntegers(new RandomStream(seed, STREAM + member), epoch);
    for (int i = 0; i < count; i++) {
      int j = random.below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
