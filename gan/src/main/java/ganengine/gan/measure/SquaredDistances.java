package ganengine.gan.measure;

/**
 * Squared Euclidean distances between rows, as |a|^2 + |b|^2 - 2 a b. Both sets are moved so that
 * the first one's mean is the origin, which leaves distances alone and keeps single precision from
 * cancelling.
 */
final class SquaredDistances {
  private final Features a;
  private final Features b;
  private final double[] normsA;
  private final double[] normsB;

  private SquaredDistances(Features a, Features b) {
    this.a = a;
    this.b = b;
    this.normsA = norms(a);
    this.normsB = norms(b);
  }

  /** Between two sets. */
  static SquaredDistances between(Features a, Features b) {
    double[] mean = mean(a);
    return new SquaredDistances(moved(a, mean), moved(b, mean));
  }

  /** Within one set; a row's distance to itself is among them. */
  static SquaredDistances within(Features a) {
    Features moved = moved(a, mean(a));
    return new SquaredDistances(moved, moved);
  }

  /** Takes the distance of a pair. */
  @FunctionalInterface
  interface Pair {
    /** Row i of the first set, row j of the second; at least 0. */
    void accept(int i, int j, float squared);
  }

  /** Every pair once; within one row i, j rises. */
  void forEach(Pair pair, Stage done) {
    DotProducts.forEach(
        a,
        b,
        (i, from, count, products, at) -> {
          double norm = normsA[i];
          for (int c = 0; c < count; c++) {
            double squared = norm + normsB[from + c] - 2.0 * products[at + c];
            pair.accept(i, from + c, (float) Math.max(0, squared));
          }
        },
        done);
  }

  private static double[] mean(Features features) {
    double[] mean = new double[features.width()];
    float[] values = features.values();
    for (int i = 0; i < values.length; i++) {
      mean[i % mean.length] += values[i];
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= features.rows();
    }
    return mean;
  }

  private static Features moved(Features features, double[] by) {
    float[] values = new float[features.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (features.values()[i] - by[i % by.length]);
    }
    return new Features(values, features.rows(), features.width());
  }

  private static double[] norms(Features features) {
    double[] norms = new double[features.rows()];
    for (int i = 0; i < features.values().length; i++) {
      double value = features.values()[i];
      norms[i / features.width()] += value * value;
    }
    return norms;
  }
}
