package ganengine.kernels.cpu;

import java.util.Arrays;

/** Layer norm of a matrix [rows, columns], each row over its columns, forward and backward. */
final class LayerNorm {
  private final CpuThreads threads;
  private final SlotScratch scratch;
  private double[] partials = new double[0];

  LayerNorm(CpuThreads threads) {
    this.threads = threads;
    scratch = new SlotScratch(threads);
  }

  void forward(
      int rows,
      int columns,
      double epsilon,
      CpuBuffer x,
      CpuBuffer gamma,
      CpuBuffer beta,
      CpuBuffer y,
      CpuBuffer mean,
      CpuBuffer invStd) {
    threads.ranges(
        rows,
        Math.max(1, CpuPointwise.GRAIN / columns),
        (from, to) -> {
          for (int r = from; r < to; r++) {
            int at = x.offset + r * columns;
            double average = Rows.sum(x.reals, at, columns) / columns;
            double squares = Rows.squares(x.reals, at, columns, average);
            double factor = 1 / Math.sqrt(squares / columns + epsilon);
            mean.reals[mean.offset + r] = (float) average;
            invStd.reals[invStd.offset + r] = (float) factor;
            for (int i = 0; i < columns; i++) {
              float normalised = (float) ((x.reals[at + i] - average) * factor);
              y.reals[y.offset + r * columns + i] =
                  gamma.reals[gamma.offset + i] * normalised + beta.reals[beta.offset + i];
            }
          }
        });
  }

  void gradient(
      int rows,
      int columns,
      CpuBuffer gradY,
      CpuBuffer x,
      CpuBuffer gamma,
      CpuBuffer mean,
      CpuBuffer invStd,
      CpuBuffer gradX,
      CpuBuffer gradGamma,
      CpuBuffer gradBeta) {
    RowChunks chunks = new RowChunks(rows, columns);
    if (partials.length < 2 * chunks.count() * columns) {
      partials = new double[2 * chunks.count() * columns];
    }
    chunks.run(
        threads,
        (chunk, from, to) -> {
          int sums = 2 * chunk * columns;
          Arrays.fill(partials, sums, sums + 2 * columns, 0);
          float[] normalised = scratch.of(columns);
          for (int r = from; r < to; r++) {
            float average = mean.reals[mean.offset + r];
            float factor = invStd.reals[invStd.offset + r];
            for (int i = 0; i < columns; i++) {
              normalised[i] = (x.reals[x.offset + r * columns + i] - average) * factor;
            }
            rowGradient(columns, gradY, r, normalised, factor, gamma, gradX, sums);
          }
        });
    threads.ranges(
        columns,
        Math.max(1, CpuPointwise.GRAIN / chunks.count()),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            double shift = 0;
            double scale = 0;
            for (int chunk = 0; chunk < chunks.count(); chunk++) {
              shift += partials[2 * chunk * columns + i];
              scale += partials[(2 * chunk + 1) * columns + i];
            }
            gradBeta.reals[gradBeta.offset + i] = (float) shift;
            gradGamma.reals[gradGamma.offset + i] = (float) scale;
          }
        });
  }

  /** One row's gradX, and its share of gradBeta and gradGamma added to partials[sums ..]. */
  private void rowGradient(
      int columns,
      CpuBuffer gradY,
      int row,
      float[] normalised,
      float factor,
      CpuBuffer gamma,
      CpuBuffer gradX,
      int sums) {
    int at = gradY.offset + row * columns;
    double sum = 0;
    double dot = 0;
    for (int i = 0; i < columns; i++) {
      float g = gradY.reals[at + i];
      float scaled = g * gamma.reals[gamma.offset + i];
      partials[sums + i] += g;
      partials[sums + columns + i] += g * normalised[i];
      sum += scaled;
      dot += scaled * normalised[i];
    }
    float average = (float) (sum / columns);
    float slope = (float) (dot / columns);
    for (int i = 0; i < columns; i++) {
      float scaled = gradY.reals[at + i] * gamma.reals[gamma.offset + i];
      gradX.reals[gradX.offset + row * columns + i] =
          factor * (scaled - average - normalised[i] * slope);
    }
  }
}
