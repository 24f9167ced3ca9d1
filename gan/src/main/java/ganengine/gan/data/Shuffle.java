package ganengine.gan.data;

import ganengine.kernels.Philox;
import ganengine.kernels.RandomStream;

/**
 * The order in which an epoch shows the images: a function of the run's seed and the epoch's
 * number, so that a resumed run needs nothing but its counters. Fisher and Yates's shuffle driven
 * by Philox.
 */
public final class Shuffle {
  /** Far from the streams that a training step's draws count up from 0. */
  private static final int STREAM = 0x53485546;

  private final RandomStream stream;
  private final long epoch;
  private final int[] words = new int[4];
  private int drawn;

  private Shuffle(long seed, long epoch) {
    this.stream = new RandomStream(seed, STREAM);
    this.epoch = epoch;
  }

  /**
   * The numbers 0 to count - 1 in this epoch's order.
   *
   * @param seed the run's seed
   * @param epoch counted from 0
   */
  public static int[] order(long seed, long epoch, int count) {
    int[] order = new int[count];
    Shuffle shuffle = new Shuffle(seed, epoch);
    for (int i = 0; i < count; i++) {
      int j = shuffle.below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Uniform in 0 to bound - 1, without bias: Lemire's multiplication with rejection. */
  private int below(int bound) {
    long tooSmall = (1L << 32) % bound;
    while (true) {
      long product = (nextWord() & 0xFFFFFFFFL) * bound;
      if ((product & 0xFFFFFFFFL) >= tooSmall) {
        return (int) (product >>> 32);
      }
    }
  }

  private int nextWord() {
    if (drawn % 4 == 0) {
      Philox.block(stream, epoch, drawn / 4, words);
    }
    return words[drawn++ % 4];
  }
}
