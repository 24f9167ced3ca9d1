package ganengine.kernels.cpu;

import ganengine.kernels.UnaryFunction;

/** Cross entropy of every row with its target probabilities, and its gradient, in one pass. */
final class CrossEntropy {
  private final CpuThreads threads;
  private final PointwiseLoops.UnaryLoop exp = Loops.POINTWISE.unary(UnaryFunction.EXP);
  private final PointwiseLoops.UnaryLoop affine = Loops.POINTWISE.unary(UnaryFunction.AFFINE);
  private double[] rowLosses = new double[0];

  CrossEntropy(CpuThreads threads) {
    this.threads = threads;
  }

  void run(
      int rows,
      int columns,
      CpuBuffer logits,
      CpuBuffer targets,
      CpuBuffer loss,
      CpuBuffer gradLogits) {
    if (rowLosses.length < rows) {
      rowLosses = new double[rows];
    }
    threads.ranges(
        rows,
        Math.max(1, CpuPointwise.GRAIN / columns),
        (from, to) -> {
          for (int r = from; r < to; r++) {
            rowLosses[r] = row(r, rows, columns, logits, targets, gradLogits);
          }
        });
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += rowLosses[r];
    }
    loss.reals[loss.offset] = (float) (sum / rows);
  }

  /** Writes a row's gradient, returns its loss. */
  private double row(
      int row, int rows, int columns, CpuBuffer logits, CpuBuffer targets, CpuBuffer gradLogits) {
    int at = logits.offset + row * columns;
    int atT = targets.offset + row * columns;
    int to = gradLogits.offset + row * columns;
    float[] out = gradLogits.reals;
    float largest = Rows.largest(logits.reals, at, columns);
    affine.run(1, -largest, logits.reals, at, out, to, columns);
    exp.run(0, 0, out, to, out, to, columns);
    double sum = Rows.sum(out, to, columns);
    double logSum = largest + Math.log(sum);
    double weight = 0;
    double rowLoss = 0;
    for (int i = 0; i < columns; i++) {
      float t = targets.reals[atT + i];
      weight += t;
      rowLoss += t * (logSum - logits.reals[at + i]);
    }
    double scale = weight / (sum * rows);
    for (int i = 0; i < columns; i++) {
      out[to + i] = (float) (out[to + i] * scale - targets.reals[atT + i] / (double) rows);
    }
    return rowLoss;
  }
}
