package ganengine.kernels.cpu;

/**
 * Products with at least as many rows as columns: B is packed for all to read, then each task packs
 * some rows of A and multiplies them with all of B.
 */
final class RowTasks {
  private static final int DEPTH = MicroKernel.DEPTH;

  /** Most rows of a task: 192 KiB of A stay in the second-level cache. */
  private static final int ROWS = 192;

  /** Floats of B packed at a time: 16 MiB. */
  private static final int SHARED_FLOATS = 1 << 22;

  private final CpuThreads threads;
  private final MicroKernel kernel;
  private final PackScratch scratch;

  RowTasks(CpuThreads threads, MicroKernel kernel, PackScratch scratch) {
    this.threads = threads;
    this.kernel = kernel;
    this.scratch = scratch;
  }

  /** How much of k a part may have for products with {@code n} columns. */
  int partDepth(int n) {
    return Math.max(1, SHARED_FLOATS / DEPTH / n) * DEPTH;
  }

  /** Adds a part of a product to C. */
  void run(ProductPart part, RowOperand a, ColumnOperand b, OutputRows c) {
    int padded = ProductPart.roundUp(part.n(), kernel.columns());
    float[] shared = scratch.shared(threads.slot(), padded * part.blocks() * DEPTH);
    pack(part, b, shared);
    int height = ProductPart.share(part.m(), threads.count(), kernel.rows(), ROWS);
    part.run(
        threads,
        ProductPart.ceilDivide(part.m(), height),
        task -> {
          int row = task * height;
          multiply(part, a, row, Math.min(height, part.m() - row), shared, c);
        });
  }

  /** Panel j of block d goes to (d * n + j * columns) * DEPTH, n rounded up to whole panels. */
  private void pack(ProductPart part, ColumnOperand b, float[] shared) {
    int width = kernel.columns();
    int panels = ProductPart.ceilDivide(part.n(), width);
    part.run(
        threads,
        panels * part.blocks(),
        task -> {
          int block = task / panels;
          int column = task % panels * width;
          int columns = Math.min(width, part.n() - column);
          int at = PackScratch.START + task * width * DEPTH;
          b.packColumns(
              part.blockStart(block), part.depth(block), column, columns, shared, at, width);
        });
  }

  private void multiply(
      ProductPart part, RowOperand a, int row, int rows, float[] shared, OutputRows c) {
    int slot = threads.slot();
    int[] places = scratch.places(slot);
    c.places(row, rows, places);
    float[] packed = scratch.blocks();
    int own = scratch.blockAt(slot);
    int blockFloats = ProductPart.roundUp(part.n(), kernel.columns()) * DEPTH;
    for (int block = 0; block < part.blocks(); block++) {
      int depth = part.depth(block);
      boolean first = part.first() && block == 0;
      a.packRows(row, rows, part.blockStart(block), depth, packed, own);
      int at = PackScratch.START + block * blockFloats;
      scratch
          .tiles(slot)
          .multiplyAdd(depth, packed, own, rows, shared, at, 0, part.n(), first, c.reals, places);
    }
  }
}
