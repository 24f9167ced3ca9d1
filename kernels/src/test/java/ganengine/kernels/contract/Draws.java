package ganengine.kernels.contract;

import java.util.Random;

/** Seeded random sizes and numbers for cases. */
final class Draws {
  /** Sizes around the lane counts of every machine, where main loops and tails meet. */
  private static final int[] AWKWARD = {1, 2, 3, 5, 7, 13, 17, 31, 33};

  private final Random random;

  Draws(long seed) {
    random = new Random(seed);
  }

  static int[] awkwardSizes() {
    return AWKWARD.clone();
  }

  int awkwardSize() {
    return oneOf(AWKWARD);
  }

  int oneOf(int... values) {
    return values[random.nextInt(values.length)];
  }

  /** A whole number between both, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  float[] normal(int count) {
    return normal(count, 0, 1);
  }

  float[] normal(int count, double mean, double deviation) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (mean + deviation * random.nextGaussian());
    }
    return values;
  }

  float[] uniform(int count, double low, double high) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (low + (high - low) * random.nextDouble());
    }
    return values;
  }

  /** Small whole numbers, so that many are equal. */
  float[] withTies(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(4) - 5;
    }
    return values;
  }

  /** Integers in [0, bound). */
  long[] indices(int count, int bound) {
    return random.longs(count, 0, bound).toArray();
  }

  byte[] bytes(int count) {
    byte[] values = new byte[count];
    random.nextBytes(values);
    return values;
  }
}
