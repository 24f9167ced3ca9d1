package ganengine.kernels.cpu;

/**
 * Sums along one row x[at .. at + count), in double and in four parts, which do not wait for each
 * other.
 */
final class Rows {
  private Rows() {}

  static double sum(float[] x, int at, int count) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int end = at + count;
    int i = at;
    for (; i <= end - 4; i += 4) {
      sum0 += x[i];
      sum1 += x[i + 1];
      sum2 += x[i + 2];
      sum3 += x[i + 3];
    }
    for (; i < end; i++) {
      sum0 += x[i];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  /** The sum of (x - centre)^2. */
  static double squares(float[] x, int at, int count, double centre) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int end = at + count;
    int i = at;
    for (; i <= end - 4; i += 4) {
      sum0 += (x[i] - centre) * (x[i] - centre);
      sum1 += (x[i + 1] - centre) * (x[i + 1] - centre);
      sum2 += (x[i + 2] - centre) * (x[i + 2] - centre);
      sum3 += (x[i + 3] - centre) * (x[i + 3] - centre);
    }
    for (; i < end; i++) {
      sum0 += (x[i] - centre) * (x[i] - centre);
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  static float largest(float[] x, int at, int count) {
    float largest = x[at];
    for (int i = at + 1; i < at + count; i++) {
      largest = Math.max(largest, x[i]);
    }
    return largest;
  }
}
