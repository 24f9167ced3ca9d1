package ganengine.kernels.cpu;

import ganengine.kernels.Reduction;

/**
 * Sums of [outer, reduced, inner] over the middle axis. Every item of the outer axis is a matrix
 * [reduced, inner] whose columns are summed, chunk of rows by chunk of rows.
 *
 * <p>A matrix of few columns is first read as a wide one, with several rows side by side: its
 * columns' sums go side by side too and are added at the end. So even a single column is summed in
 * many lanes.
 */
final class ColumnSums {
  private static final int WIDE = 64;

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
    Folded shape = new Folded(size.reduced(), size.inner());
    int chunks = shape.chunks().count();
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
            before.run(matrix + shape.start(i % chunks), matrix + shape.end(i % chunks));
            sumChunk(shape, i % chunks, x, atX + matrix, i * inner);
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
  private void sumChunk(Folded shape, int chunk, float[] x, int atX, int to) {
    int columns = shape.columns();
    int wide = columns * shape.fold();
    RowChunks chunks = shape.chunks();
    float[] sums = scratch.of(wide);
    Loops.COLUMNS.sums(chunks.rows(chunk), wide, x, atX + chunk * chunks.chunkRows() * wide, sums);
    int tail = chunk == chunks.count() - 1 ? shape.rows() % shape.fold() : 0;
    int tailAt = atX + (shape.rows() - tail) * columns;
    for (int i = 0; i < columns; i++) {
      double sum = 0;
      for (int at = i; at < wide; at += columns) {
        sum += sums[at];
      }
      for (int at = i; at < tail * columns; at += columns) {
        sum += x[tailAt + at];
      }
      partials[to + i] = (float) sum;
    }
  }

  /** A matrix [rows, columns] read as one of {@link #fold} rows side by side. */
  private record Folded(int rows, int columns) {
    int fold() {
      return Math.max(1, Math.min(rows, WIDE / columns));
    }

    /** The first element of a chunk. */
    int start(int chunk) {
      return chunk * chunks().chunkRows() * fold() * columns;
    }

    /** One past the last element of a chunk. */
    int end(int chunk) {
      return chunk == chunks().count() - 1 ? rows * columns : start(chunk + 1);
    }

    /** The chunks of the wide matrix; the rows that don't fill a wide one go with the last. */
    RowChunks chunks() {
      return new RowChunks(rows / fold(), columns * fold());
    }
  }
}
