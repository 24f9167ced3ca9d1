package ganengine.kernels.cpu;

import java.util.Arrays;

/**
 * Mean and variance of every column of a matrix [rows, columns], in one reading: chunks of rows add
 * up their deviations from a centre of their own, in float, and the chunks' sums are added in
 * double and in order (shifted data, Chan, Golub and LeVeque 1983). A chunk's centre is the mean of
 * some of its rows, so it lies within three of the chunk's deviations from its mean, as one of
 * {@value #CENTRE} rows at least is in it: the squares of the distances hold little that has to be
 * taken off again, and a mean far above the deviation costs no accuracy.
 */
final class ColumnStatistics {
  private final CpuThreads threads;
  private final SlotScratch scratch;

  /** One in so many rows of a chunk, the leading ones, count for its centre. */
  private static final int CENTRE = 8;

  /** Per chunk: the columns' centres, their sums of deviations from these, and of squared ones. */
  private float[] partials = new float[0];

  private double[] mean = new double[0];
  private double[] variance = new double[0];

  ColumnStatistics(CpuThreads threads) {
    this.threads = threads;
    scratch = new SlotScratch(threads);
  }

  /** The mean of a column, as the last {@link #measure} found it. */
  double mean(int column) {
    return mean[column];
  }

  /** The biased variance of a column, as the last {@link #measure} found it. */
  double variance(int column) {
    return variance[column];
  }

  void measure(int rows, int columns, CpuBuffer x) {
    RowChunks chunks = new RowChunks(rows, columns);
    reserve(chunks);
    chunks.run(threads, (chunk, from, to) -> measureChunk(columns, x, chunk, from, to));
    combine(chunks);
  }

  private void reserve(RowChunks chunks) {
    int columns = chunks.columns();
    if (partials.length < 3 * chunks.count() * columns) {
      partials = new float[3 * chunks.count() * columns];
    }
    if (mean.length < columns) {
      mean = new double[columns];
      variance = new double[columns];
    }
  }

  private void measureChunk(int columns, CpuBuffer x, int chunk, int from, int to) {
    int at = x.offset + from * columns;
    float[] c = scratch.of(3 * columns);
    int leading = (to - from + CENTRE - 1) / CENTRE;
    Loops.COLUMNS.sums(leading, columns, x.reals, at, c);
    for (int i = 0; i < columns; i++) {
      c[i] /= leading;
    }
    Loops.COLUMNS.deviations(to - from, columns, x.reals, at, c);
    System.arraycopy(c, 0, partials, 3 * chunk * columns, 3 * columns);
  }

  /** Adds up what deviates from the first chunk's centre, over the chunks in order. */
  private void combine(RowChunks chunks) {
    int columns = chunks.columns();
    Arrays.fill(mean, 0, columns, 0);
    Arrays.fill(variance, 0, columns, 0);
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      int rows = chunks.rows(chunk);
      int first = 3 * chunk * columns;
      for (int i = 0; i < columns; i++) {
        double distance = (double) partials[first + i] - partials[i];
        double sum = partials[first + columns + i];
        mean[i] += sum + rows * distance;
        variance[i] += partials[first + 2 * columns + i] + distance * (2 * sum + rows * distance);
      }
    }
    for (int i = 0; i < columns; i++) {
      double average = mean[i] / chunks.rows();
      mean[i] = partials[i] + average;
      variance[i] = Math.max(0, variance[i] / chunks.rows() - average * average);
    }
  }
}
