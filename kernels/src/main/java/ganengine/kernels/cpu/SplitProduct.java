package ganengine.kernels.cpu;

/**
 * Products with long sums and a small result, as the filter gradient of a first layer is: the sums
 * are cut into chunks that are tasks of their own, and added up in order. The chunks follow from
 * the sizes alone, so the bits don't depend on the number of threads.
 */
final class SplitProduct {
  /** Output elements up to which a product is split. */
  private static final int SMALL_OUTPUT = 1 << 14;

  private static final int CHUNKS = 16;

  /** Shortest chunk worth a task. */
  private static final int SHORTEST = 4 * MicroKernel.DEPTH;

  private final CpuThreads threads;
  private final PackedProduct product;

  SplitProduct(CpuThreads threads, PackedProduct product) {
    this.threads = threads;
    this.product = product;
  }

  /** C [m, n] = A [m, k] B [k, n], split only if that pays. */
  void run(int m, int n, int k, RowOperand a, ColumnOperand b, OutputRows c) {
    int chunk = Math.max(SHORTEST, (k + CHUNKS - 1) / CHUNKS);
    int chunks = (k + chunk - 1) / chunk;
    if ((long) m * n > SMALL_OUTPUT || chunks < 2) {
      product.run(m, n, k, a, b, c);
      return;
    }
    PackScratch scratch = product.scratch();
    float[] sums = scratch.results(threads.slot(), chunks * m * n);
    int start = PackScratch.START;
    threads.run(
        chunks,
        i -> {
          OutputRows own = OutputRows.dense(sums, start + i * m * n, n);
          product.run(m, n, i * chunk, Math.min(k, (i + 1) * chunk), a, b, own);
        });
    for (int row = 0; row < m; row++) {
      int to = c.place(row);
      System.arraycopy(sums, start + row * n, c.reals, to, n);
      for (int i = 1; i < chunks; i++) {
        int from = start + (i * m + row) * n;
        for (int j = 0; j < n; j++) {
          c.reals[to + j] += sums[from + j];
        }
      }
    }
  }
}
