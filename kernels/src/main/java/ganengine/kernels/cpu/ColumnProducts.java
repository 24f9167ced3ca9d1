package ganengine.kernels.cpu;

import java.util.Arrays;

/**
 * For every column of a gradient g and x [rows, columns]: the sum of g and the sum of g times x's
 * deviation from a given mean, by chunks of rows whose sums are added in double and in order.
 */
final class ColumnProducts {
  private final CpuThreads threads;
  private final SlotScratch scratch;

  /** Per chunk: the columns' sums, then their products. */
  private float[] partials = new float[0];

  private double[] sum = new double[0];
  private double[] product = new double[0];

  ColumnProducts(CpuThreads threads) {
    this.threads = threads;
    scratch = new SlotScratch(threads);
  }

  /** The sum of g over a column, as the last {@link #measure} found it. */
  double sum(int column) {
    return sum[column];
  }

  /** The sum of g * (x - mean) over a column, as the last {@link #measure} found it. */
  double withDeviation(int column) {
    return product[column];
  }

  void measure(int rows, int columns, GatedGradient g, CpuBuffer x, CpuBuffer mean) {
    RowChunks chunks = new RowChunks(rows, columns);
    reserve(chunks);
    chunks.run(
        threads,
        (chunk, from, to) -> {
          int at = from * columns;
          float[] c = scratch.of(3 * columns);
          System.arraycopy(mean.reals, mean.offset, c, 0, columns);
          Loops.COLUMNS.products(
              to - from,
              columns,
              g.leak(),
              g.gate().reals,
              g.gate().offset + at,
              g.beyond().reals,
              g.beyond().offset + at,
              x.reals,
              x.offset + at,
              c);
          System.arraycopy(c, columns, partials, 2 * chunk * columns, 2 * columns);
        });
    Arrays.fill(sum, 0, columns, 0);
    Arrays.fill(product, 0, columns, 0);
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      int first = 2 * chunk * columns;
      for (int i = 0; i < columns; i++) {
        sum[i] += partials[first + i];
        product[i] += partials[first + columns + i];
      }
    }
  }

  private void reserve(RowChunks chunks) {
    int columns = chunks.columns();
    if (partials.length < 2 * chunks.count() * columns) {
      partials = new float[2 * chunks.count() * columns];
    }
    if (sum.length < columns) {
      sum = new double[columns];
      product = new double[columns];
    }
  }
}
