package ganengine.kernels.cpu;

import ganengine.kernels.Activation;

/** Batch norm of a matrix [rows, columns], each column over the rows, forward and backward. */
final class BatchNorm {
  private final CpuThreads threads;
  private final ColumnStatistics statistics;
  private final ColumnProducts products;

  /** Vectors over the columns, as {@link ColumnLoops} wants them. */
  private float[] constants = new float[0];

  BatchNorm(CpuThreads threads) {
    this.threads = threads;
    statistics = new ColumnStatistics(threads);
    products = new ColumnProducts(threads);
  }

  private float[] constants(int size) {
    if (constants.length < size) {
      constants = new float[size];
    }
    return constants;
  }

  void forward(
      int rows,
      int columns,
      double epsilon,
      Activation activation,
      CpuBuffer x,
      CpuBuffer gamma,
      CpuBuffer beta,
      CpuBuffer y,
      CpuBuffer mean,
      CpuBuffer invStd) {
    statistics.measure(rows, columns, x);
    float[] c = constants(3 * columns);
    for (int i = 0; i < columns; i++) {
      double factor = 1 / Math.sqrt(statistics.variance(i) + epsilon);
      mean.reals[mean.offset + i] = (float) statistics.mean(i);
      invStd.reals[invStd.offset + i] = (float) factor;
      setScale(c, columns, i, statistics.mean(i), factor, gamma, beta);
    }
    scale(rows, columns, activation, x, c, y);
  }

  void inference(
      int rows,
      int columns,
      double epsilon,
      CpuBuffer x,
      CpuBuffer gamma,
      CpuBuffer beta,
      CpuBuffer mean,
      CpuBuffer variance,
      CpuBuffer y) {
    float[] c = constants(3 * columns);
    for (int i = 0; i < columns; i++) {
      double factor = 1 / Math.sqrt(variance.reals[variance.offset + i] + epsilon);
      setScale(c, columns, i, mean.reals[mean.offset + i], factor, gamma, beta);
    }
    scale(rows, columns, Activation.NONE, x, c, y);
  }

  /** The shift takes in what the float centre misses of the mean. */
  private static void setScale(
      float[] c, int columns, int i, double mean, double factor, CpuBuffer gamma, CpuBuffer beta) {
    double scale = gamma.reals[gamma.offset + i] * factor;
    c[i] = (float) mean;
    c[columns + i] = (float) scale;
    c[2 * columns + i] = (float) (beta.reals[beta.offset + i] - (mean - c[i]) * scale);
  }

  private void scale(
      int rows, int columns, Activation activation, CpuBuffer x, float[] c, CpuBuffer y) {
    float leak = ActivationLoops.leak(activation);
    new RowChunks(rows, columns)
        .run(
            threads,
            (chunk, from, to) -> {
              int at = from * columns;
              Loops.COLUMNS.scale(
                  to - from, columns, leak, x.reals, x.offset + at, c, y.reals, y.offset + at);
              if (ActivationLoops.curved(activation)) {
                ActivationLoops.apply(activation, y.reals, y.offset + at, (to - from) * columns);
              }
            });
  }

  void gradient(
      int rows,
      int columns,
      Activation activation,
      CpuBuffer gradY,
      CpuBuffer x,
      CpuBuffer y,
      CpuBuffer gamma,
      CpuBuffer mean,
      CpuBuffer invStd,
      CpuBuffer gradX,
      CpuBuffer gradGamma,
      CpuBuffer gradBeta) {
    GatedGradient g = GatedGradient.of(activation, threads, gradY, y, gradX);
    products.measure(rows, columns, g, x, mean);
    float[] c = constants(4 * columns);
    for (int i = 0; i < columns; i++) {
      double factor = invStd.reals[invStd.offset + i];
      double scale = gamma.reals[gamma.offset + i] * factor;
      double scaleSum = products.withDeviation(i) * factor;
      gradGamma.reals[gradGamma.offset + i] = (float) scaleSum;
      gradBeta.reals[gradBeta.offset + i] = (float) products.sum(i);
      c[i] = mean.reals[mean.offset + i];
      c[columns + i] = (float) scale;
      c[2 * columns + i] = (float) (-scale * factor * scaleSum / rows);
      c[3 * columns + i] = (float) (-scale * products.sum(i) / rows);
    }
    new RowChunks(rows, columns)
        .run(
            threads,
            (chunk, from, to) -> {
              int at = from * columns;
              Loops.COLUMNS.combine(
                  to - from,
                  columns,
                  g.leak(),
                  g.gate().reals,
                  g.gate().offset + at,
                  g.beyond().reals,
                  g.beyond().offset + at,
                  x.reals,
                  x.offset + at,
                  c,
                  gradX.reals,
                  gradX.offset + at);
            });
  }
}
