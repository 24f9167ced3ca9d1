package ganengine.kernels.cpu;

/** Sums along one row x[at .. at + count), in double. */
final class Rows {
  private Rows() {}

  static double sum(float[] x, int at, int count) {
    double sum = 0;
    for (int i = at; i < at + count; i++) {
      sum += x[i];
    }
    return sum;
  }

  static double squaredDeviations(float[] x, int at, int count, double mean) {
    double sum = 0;
    for (int i = at; i < at + count; i++) {
      double deviation = x[i] - mean;
      sum += deviation * deviation;
    }
    return sum;
  }

  /** The log of the sum of exp(x), with the largest x taken out so that nothing overflows. */
  static double logSumExp(float[] x, int at, int count) {
    float largest = x[at];
    for (int i = at + 1; i < at + count; i++) {
      largest = Math.max(largest, x[i]);
    }
    double sum = 0;
    for (int i = at; i < at + count; i++) {
      sum += Math.exp(x[i] - largest);
    }
    return largest + Math.log(sum);
  }
}
