package ganengine.kernels.cpu;

/**
 * Binary cross entropy and its gradient in one pass: one exponential of each logit serves both. In
 * double, number by number: logits are few.
 */
final class BinaryCrossEntropy {
  private static final int PIECE = 1 << 12;

  private final CpuThreads threads;
  private double[] partials = new double[0];

  BinaryCrossEntropy(CpuThreads threads) {
    this.threads = threads;
  }

  void run(int n, double target, CpuBuffer logits, CpuBuffer loss, CpuBuffer gradLogits) {
    int pieces = (n + PIECE - 1) / PIECE;
    if (partials.length < pieces) {
      partials = new double[pieces];
    }
    threads.ranges(
        n,
        PIECE,
        (from, to) -> partials[from / PIECE] = piece(n, target, logits, gradLogits, from, to));
    double sum = 0;
    for (int piece = 0; piece < pieces; piece++) {
      sum += partials[piece];
    }
    loss.reals[loss.offset] = (float) (sum / n);
  }

  /** Writes the gradients of elements from .. to - 1, returns the sum of their losses. */
  private static double piece(
      int n, double target, CpuBuffer logits, CpuBuffer gradLogits, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double x = logits.reals[logits.offset + i];
      double e = Math.exp(-Math.abs(x));
      double lesser = e / (1 + e);
      sum += Math.log1p(e) + (x > 0 ? (1 - target) * x : -target * x);
      gradLogits.reals[gradLogits.offset + i] =
          (float) ((x > 0 ? 1 - target - lesser : lesser - target) / n);
    }
    return sum;
  }
}
