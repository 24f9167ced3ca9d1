package ganengine.kernels.cpu;

/**
 * Products with more columns than rows: A is packed for all to read, then each task packs some
 * columns of B and multiplies all of A with them.
 */
final class ColumnTasks {
  private static final int DEPTH = MicroKernel.DEPTH;

  /** Most columns of a task: 256 KiB of B stay in the second-level cache. */
  private static final int COLUMNS = 256;

  /** Rows of A multiplied at a time: 192 KiB. */
  private static final int ROWS = 192;

  /** Rows that a task packs for all: whole cache lines of a transposed factor. */
  private static final int GROUP_ROWS = 64;

  /**
   * Floats of A packed at a time: 2 MiB. In a filter gradient every task reads all patches of a
   * part, which should still be in cache when the next task comes.
   */
  private static final int SHARED_FLOATS = 1 << 19;

  private final CpuThreads threads;
  private final MicroKernel kernel;
  private final PackScratch scratch;

  ColumnTasks(CpuThreads threads, MicroKernel kernel, PackScratch scratch) {
    this.threads = threads;
    this.kernel = kernel;
    this.scratch = scratch;
  }

  /** How much of k a part may have for products with {@code m} rows. */
  int partDepth(int m) {
    return Math.max(1, SHARED_FLOATS / DEPTH / m) * DEPTH;
  }

  /** Adds a part of a product to C. */
  void run(ProductPart part, RowOperand a, ColumnOperand b, OutputRows c) {
    int padded = ProductPart.roundUp(part.m(), kernel.rows());
    float[] shared = scratch.shared(threads.slot(), padded * part.blocks() * DEPTH);
    pack(part, a, shared, padded);
    int width = ProductPart.share(part.n(), threads.count(), kernel.columns(), COLUMNS);
    part.run(
        threads,
        ProductPart.ceilDivide(part.n(), width),
        task -> {
          int column = task * width;
          multiply(part, shared, padded, b, column, Math.min(width, part.n() - column), c);
        });
  }

  /** Row i of block d goes to (d * padded + i) * DEPTH. */
  private void pack(ProductPart part, RowOperand a, float[] shared, int padded) {
    int groups = ProductPart.ceilDivide(part.m(), GROUP_ROWS);
    part.run(
        threads,
        groups * part.blocks(),
        task -> {
          int block = task / groups;
          int row = task % groups * GROUP_ROWS;
          int rows = Math.min(GROUP_ROWS, part.m() - row);
          int at = PackScratch.START + (block * padded + row) * DEPTH;
          a.packRows(row, rows, part.blockStart(block), part.depth(block), shared, at);
        });
  }

  private void multiply(
      ProductPart part,
      float[] shared,
      int padded,
      ColumnOperand b,
      int column,
      int columns,
      OutputRows c) {
    int slot = threads.slot();
    int[] places = scratch.places(slot);
    float[] packed = scratch.blocks();
    int own = scratch.blockAt(slot);
    for (int block = 0; block < part.blocks(); block++) {
      int depth = part.depth(block);
      boolean first = part.first() && block == 0;
      pack(part, b, block, column, columns, packed, own);
      for (int row = 0; row < part.m(); row += ROWS) {
        int rows = Math.min(ROWS, part.m() - row);
        c.places(row, rows, places);
        int at = PackScratch.START + (block * padded + row) * DEPTH;
        scratch
            .tiles(slot)
            .multiplyAdd(
                depth, shared, at, rows, packed, own, column, columns, first, c.reals, places);
      }
    }
  }

  private void pack(
      ProductPart part, ColumnOperand b, int block, int column, int columns, float[] to, int at) {
    int width = kernel.columns();
    for (int j = 0; j < columns; j += width) {
      b.packColumns(
          part.blockStart(block),
          part.depth(block),
          column + j,
          Math.min(width, columns - j),
          to,
          at + j * DEPTH,
          width);
    }
  }
}
