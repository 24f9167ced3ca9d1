package ganengine.kernels.cpu;

import ganengine.kernels.Reduction;

/**
 * Sums of [outer, reduced, inner] over the middle axis. Every item of the outer axis is a matrix
 * [reduced, inner] whose columns are summed, chunk of rows by chunk of rows.
 */
final class ColumnSums {
  private final CpuThreads threads;
  private final SlotScratch scratch;
  private float[] partials = new float[0];

  ColumnSums(CpuThreads threads) {
    this.threads = threads;
    scratch = new SlotScratch(threads);
  }

  void sum(Reduction size, float[] x, int atX, float[] y, int atY) {
    sum(size, (from, to) -> {}, x, atX, y, atY);
  }

  /**
   * The sums of numbers that are written on the way, so that they are still in the cache.
   *
   * @param before writes the elements from .. to - 1 of x; called once for each
   */
  void sum(Reduction size, CpuThreads.Range before, float[] x, int atX, float[] y, int atY) {
    RowChunks rows = new RowChunks(size.reduced(), size.inner());
    int chunks = rows.count();
    int inner = size.inner();
    if (partials.length < size.outer() * chunks * inner) {
      partials = new float[size.outer() * chunks * inner];
    }
    int chunkElements = Math.max(1, size.reduced() / chunks) * inner;
    threads.ranges(
        size.outer() * chunks,
        Math.max(1, CpuPointwise.GRAIN / chunkElements),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int matrix = i / chunks * size.reduced() * inner;
            int first = matrix + i % chunks * rows.chunkRows() * inner;
            before.run(first, matrix + rows.end(i % chunks) * inner);
            sumChunk(rows.rows(i % chunks), inner, x, atX + first, i * inner);
          }
        });
    threads.ranges(
        size.outer() * inner,
        Math.max(1, CpuPointwise.GRAIN / chunks),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            y[atY + i] = combined(chunks, inner, i);
          }
        });
  }

  /** The sum numbered {@code i} of [outer, inner], from those of its chunks. */
  private float combined(int chunks, int inner, int i) {
    int first = i / inner * chunks * inner + i % inner;
    double sum = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      sum += partials[first + chunk * inner];
    }
    return (float) sum;
  }

  /** Writes a chunk's sums over its rows to partials[to ..]. */
  private void sumChunk(int rows, int columns, float[] x, int atX, int to) {
    float[] sums = scratch.of(columns);
    Loops.COLUMNS.sums(rows, columns, x, atX, sums);
    System.arraycopy(sums, 0, partials, to, columns);
  }
}
