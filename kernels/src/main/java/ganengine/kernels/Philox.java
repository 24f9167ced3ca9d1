package ganengine.kernels;

/**
 * Philox 4x32-10 in plain Java (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1,
 * 2, 3", SC 2011). A block of four 32-bit words is a function of a 64-bit key and a 128-bit
 * counter.
 */
public final class Philox {
  private static final int ROUNDS = 10;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;

  private Philox() {}

  /** Writes the block of this key and counter to words[0..3]. */
  public static void block(long key, int c0, int c1, int c2, int c3, int[] words) {
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (c0 & 0xFFFFFFFFL);
      long product1 = MULTIPLIER_1 * (c2 & 0xFFFFFFFFL);
      int next0 = (int) (product1 >>> 32) ^ c1 ^ k0;
      int next2 = (int) (product0 >>> 32) ^ c3 ^ k1;
      c1 = (int) product1;
      c3 = (int) product0;
      c0 = next0;
      c2 = next2;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    words[0] = c0;
    words[1] = c1;
    words[2] = c2;
    words[3] = c3;
  }

  /** The block numbered {@code index} of a stream at a step. */
  public static void block(RandomStream stream, long step, int index, int[] words) {
    block(stream.seed(), index, stream.stream(), (int) step, (int) (step >>> 32), words);
  }

  /**
   * A word as a number in (0, 1), one of 2^23 that float holds exactly: (word / 2^9 + 1/2) / 2^23.
   */
  public static double uniform(int word) {
    return ((word >>> 9) + 0.5) * 0x1p-23;
  }

  /**
   * Two words as two independent standard normal numbers (Box and Muller): radius from the first,
   * angle from the second; result[at] is the cosine's, result[at + 1] the sine's.
   */
  public static void normal(int word0, int word1, double[] result, int at) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(word0)));
    double angle = 2 * Math.PI * uniform(word1);
    result[at] = radius * StrictMath.cos(angle);
    result[at + 1] = radius * StrictMath.sin(angle);
  }
}
