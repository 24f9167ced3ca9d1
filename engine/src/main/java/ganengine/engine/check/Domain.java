package ganengine.engine.check;

import java.util.Random;

/** Where random inputs come from: chosen so that kinks and poles stay away. */
interface Domain {
  /** So many numbers. */
  double[] sample(Random random, int count);

  /** Uniform in [low, high). */
  static Domain between(double low, double high) {
    return (random, count) -> {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = low + (high - low) * random.nextDouble();
      }
      return values;
    };
  }

  /** This domain without the neighbourhood of a kink. */
  default Domain awayFrom(double kink, double gap) {
    return (random, count) -> {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        do {
          values[i] = sample(random, 1)[0];
        } while (Math.abs(values[i] - kink) < gap);
      }
      return values;
    };
  }

  /**
   * A shuffled row of numbers {@code spacing} apart, centred near 0 and shifted by {@code offset}:
   * no two are equal, so a maximum has no kink nearby.
   */
  static Domain distinct(double spacing, double offset) {
    return (random, count) -> {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        int j = random.nextInt(i + 1);
        values[i] = values[j];
        values[j] = (i - count / 2) * spacing + offset;
      }
      return values;
    };
  }
}
