package ganengine.gan.data;

import ganengine.kernels.Philox;
import ganengine.kernels.RandomStream;

/** Uniform whole numbers, one after the other: a function of stream and step (Philox). */
final class RandomIntegers {
  private final RandomStream stream;
  private final long step;
  private final int[] words = new int[4];
  private int drawn;

  RandomIntegers(RandomStream stream, long step) {
    this.stream = stream;
    this.step = step;
  }

  /** Uniform in 0 to bound - 1, without bias: Lemire's multiplication with rejection. */
  int below(int bound) {
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
      Philox.block(stream, step, drawn / 4, words);
    }
    return words[drawn++ % 4];
  }
}
