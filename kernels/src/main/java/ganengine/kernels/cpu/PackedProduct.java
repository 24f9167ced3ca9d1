package ganengine.kernels.cpu;

/**
 * Matrix products C [m, n] = A [m, k] B [k, n] by packed panels and {@link MicroKernel} tiles,
 * after Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008).
 *
 * <p>The factor with fewer rows or columns is packed first, for all to read; then each task packs
 * its own share of the other one and multiplies it. So every element is packed once. Every output
 * element is summed by one task, in steps of {@link MicroKernel#DEPTH} along k: how the output is
 * cut into tasks changes no bit, and may therefore follow the number of threads.
 */
final class PackedProduct {
  private final PackScratch scratch;
  private final RowTasks rowTasks;
  private final ColumnTasks columnTasks;

  PackedProduct(CpuThreads threads, MicroKernel kernel) {
    scratch = new PackScratch(threads.count(), kernel);
    rowTasks = new RowTasks(threads, kernel, scratch);
    columnTasks = new ColumnTasks(threads, kernel, scratch);
  }

  /** The memory that goes with this product's threads. */
  PackScratch scratch() {
    return scratch;
  }

  /** C = A B. */
  void run(int m, int n, int k, RowOperand a, ColumnOperand b, OutputRows c) {
    run(m, n, 0, k, a, b, c);
  }

  /** C = A B with the sums taken over {@code from} .. {@code to} of k only; 0 if that is empty. */
  void run(int m, int n, int from, int to, RowOperand a, ColumnOperand b, OutputRows c) {
    if (from == to) {
      c.clear(m, n);
    }
    boolean byRows = m >= n;
    int step = byRows ? rowTasks.partDepth(n) : columnTasks.partDepth(m);
    for (int k = from; k < to; k += step) {
      ProductPart part = new ProductPart(m, n, k, Math.min(to, k + step), k == from);
      if (byRows) {
        rowTasks.run(part, a, b, c);
      } else {
        columnTasks.run(part, a, b, c);
      }
    }
  }
}
