package ganengine.kernels.reference;

/** Statistics of the numbers x[from], x[from + stride], ... that normalisation needs. */
final class Statistics {
  private Statistics() {}

  static double mean(double[] x, int from, int stride, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += x[from + i * stride];
    }
    return sum / count;
  }

  /** The biased variance, in a second pass over the numbers so that nothing cancels. */
  static double variance(double[] x, int from, int stride, int count, double mean) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double distance = x[from + i * stride] - mean;
      sum += distance * distance;
    }
    return sum / count;
  }

  /** The log of the sum of exp(x), with the largest x taken out so that nothing overflows. */
  static double logSumExp(double[] x, int from, int count) {
    double largest = x[from];
    for (int i = 1; i < count; i++) {
      largest = Math.max(largest, x[from + i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.exp(x[from + i] - largest);
    }
    return largest + Math.log(sum);
  }
}
