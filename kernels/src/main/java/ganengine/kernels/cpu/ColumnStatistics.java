package ganengine.kernels.cpu;

/**
 * Mean and variance of every column of a matrix [rows, columns]: per chunk of rows, which is read
 * twice while it lies in the cache, and then over the chunks by the parallel formula (Chan, Golub
 * and LeVeque 1983), in double and in order. Nothing large is ever subtracted from something large,
 * so a mean far above the deviation costs no accuracy.
 */
final class ColumnStatistics {
  private final CpuThreads threads;
  private final SlotScratch scratch;

  /** Per chunk: the columns' means, then their sums of squared deviations. */
  private double[] partials = new double[0];

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
    for (int i = 0; i < columns; i++) {
      combine(chunks, i);
    }
  }

  private void reserve(RowChunks chunks) {
    int columns = chunks.columns();
    if (partials.length < 2 * chunks.count() * columns) {
      partials = new double[2 * chunks.count() * columns];
    }
    if (mean.length < columns) {
      mean = new double[columns];
      variance = new double[columns];
    }
  }

  private void measureChunk(int columns, CpuBuffer x, int chunk, int from, int to) {
    int rows = to - from;
    int at = x.offset + from * columns;
    float[] c = scratch.of(3 * columns);
    Loops.COLUMNS.sums(rows, columns, x.reals, at, c);
    for (int i = 0; i < columns; i++) {
      c[i] /= rows;
    }
    Loops.COLUMNS.deviations(rows, columns, x.reals, at, c);
    int first = 2 * chunk * columns;
    for (int i = 0; i < columns; i++) {
      // The centre is a rounded mean: what the deviations add up to mends it.
      double sum = c[columns + i];
      partials[first + i] = c[i] + sum / rows;
      partials[first + columns + i] = c[2 * columns + i] - sum * sum / rows;
    }
  }

  private void combine(RowChunks chunks, int column) {
    int stride = 2 * chunks.columns();
    double sum = 0;
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      sum += chunks.rows(chunk) * partials[chunk * stride + column];
    }
    double average = sum / chunks.rows();
    double squares = 0;
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      double distance = partials[chunk * stride + column] - average;
      squares += partials[chunk * stride + chunks.columns() + column];
      squares += chunks.rows(chunk) * distance * distance;
    }
    mean[column] = average;
    variance[column] = Math.max(0, squares / chunks.rows());
  }
}
