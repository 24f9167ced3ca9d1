package ganengine.kernels.cpu;

import java.util.function.IntConsumer;

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
  private static final int DEPTH = MicroKernel.DEPTH;

  /** Rows of a packed block: 192 KiB of A stay in the second-level cache. */
  private static final int BLOCK_ROWS = 192;

  /** Rows that a task packs for all: whole cache lines of a transposed factor. */
  private static final int GROUP_ROWS = 64;

  /** Columns of a packed block: 256 KiB of B. */
  private static final int BLOCK_COLUMNS = 256;

  /** Floats of the shared factor packed at a time: 16 MiB. */
  private static final int SHARED_FLOATS = 1 << 22;

  /** Multiply-adds below which waking other threads costs more than it brings. */
  private static final long SMALL = 1 << 19;

  private final CpuThreads threads;
  private final MicroKernel kernel;
  private final PackScratch scratch;
  private final Tiles[] tiles;

  PackedProduct(CpuThreads threads, MicroKernel kernel) {
    this.threads = threads;
    this.kernel = kernel;
    scratch = new PackScratch(threads.count());
    tiles = new Tiles[threads.count()];
    for (int i = 0; i < tiles.length; i++) {
      tiles[i] = new Tiles(kernel);
    }
  }

  /** The memory that goes with this product's threads. */
  PackScratch scratch() {
    return scratch;
  }

  /** C = A B. */
  void run(int m, int n, int k, RowOperand a, ColumnOperand b, OutputRows c) {
    run(m, n, 0, k, a, b, c);
  }

  /** C = A B with the sums taken over {@code from} .. {@code to} of k only. */
  void run(int m, int n, int from, int to, RowOperand a, ColumnOperand b, OutputRows c) {
    if (from == to) {
      c.clear(m, n);
      return;
    }
    boolean small = (long) m * n * (to - from) < SMALL;
    int width = roundUp(m >= n ? n : m, m >= n ? kernel.columns() : kernel.rows());
    int chunk = Math.max(1, SHARED_FLOATS / width / DEPTH) * DEPTH;
    int k = from;
    while (k < to) {
      int end = Math.min(to, k + chunk);
      float[] shared = scratch.shared(threads.slot(), width * roundUp(end - k, DEPTH));
      if (m >= n) {
        packColumns(shared, n, k, end, b, small);
        multiplyRows(m, n, k, end, a, shared, c, k == from, small);
      } else {
        packRows(shared, m, k, end, a, small);
        multiplyColumns(m, n, k, end, shared, b, c, k == from, small);
      }
      k = end;
    }
  }

  /** Shared panel j of depth block d stands at (d * n + j * columns) * DEPTH, n rounded up. */
  private void packColumns(float[] shared, int n, int k, int end, ColumnOperand b, boolean small) {
    int width = kernel.columns();
    int panels = (n + width - 1) / width;
    each(
        panels * blocks(k, end),
        small,
        task -> {
          int block = k + task / panels * DEPTH;
          int column = task % panels * width;
          int at = scratch.start() + task * width * DEPTH;
          int depth = Math.min(DEPTH, end - block);
          b.packColumns(block, depth, column, Math.min(width, n - column), shared, at, width);
        });
  }

  private void multiplyRows(
      int m,
      int n,
      int k,
      int end,
      RowOperand a,
      float[] shared,
      OutputRows c,
      boolean first,
      boolean small) {
    int height = share(m, kernel.rows(), BLOCK_ROWS);
    int blockFloats = roundUp(n, kernel.columns()) * DEPTH;
    each(
        (m + height - 1) / height,
        small,
        task -> {
          int slot = threads.slot();
          int row = task * height;
          int rows = Math.min(height, m - row);
          int[] places = scratch.places(slot);
          c.places(row, rows, places);
          int own = scratch.blockAt(slot);
          int at = scratch.start();
          for (int block = k; block < end; block += DEPTH) {
            int depth = Math.min(DEPTH, end - block);
            a.packRows(row, rows, block, depth, scratch.blocks(), own);
            tiles[slot].multiplyAdd(
                depth,
                scratch.blocks(),
                own,
                rows,
                shared,
                at,
                0,
                n,
                first && block == k,
                c.reals,
                places);
            at += blockFloats;
          }
        });
  }

  /** Shared row i of depth block d stands at (d * m + i) * DEPTH, m rounded up. */
  private void packRows(float[] shared, int m, int k, int end, RowOperand a, boolean small) {
    int padded = roundUp(m, kernel.rows());
    int groups = (m + GROUP_ROWS - 1) / GROUP_ROWS;
    each(
        groups * blocks(k, end),
        small,
        task -> {
          int block = task / groups;
          int row = task % groups * GROUP_ROWS;
          int rows = Math.min(GROUP_ROWS, m - row);
          int from = k + block * DEPTH;
          int at = scratch.start() + (block * padded + row) * DEPTH;
          a.packRows(row, rows, from, Math.min(DEPTH, end - from), shared, at);
        });
  }

  private void multiplyColumns(
      int m,
      int n,
      int k,
      int end,
      float[] shared,
      ColumnOperand b,
      OutputRows c,
      boolean first,
      boolean small) {
    int width = share(n, kernel.columns(), BLOCK_COLUMNS);
    int blockFloats = roundUp(m, kernel.rows()) * DEPTH;
    each(
        (n + width - 1) / width,
        small,
        task -> {
          int slot = threads.slot();
          int column = task * width;
          int columns = Math.min(width, n - column);
          int[] places = scratch.places(slot);
          int own = scratch.blockAt(slot);
          int at = scratch.start();
          for (int block = k; block < end; block += DEPTH) {
            int depth = Math.min(DEPTH, end - block);
            packPanels(b, block, depth, column, columns, own);
            for (int row = 0; row < m; row += BLOCK_ROWS) {
              int rows = Math.min(BLOCK_ROWS, m - row);
              c.places(row, rows, places);
              int panels = at + row * DEPTH;
              tiles[slot].multiplyAdd(
                  depth,
                  shared,
                  panels,
                  rows,
                  scratch.blocks(),
                  own,
                  column,
                  columns,
                  first && block == k,
                  c.reals,
                  places);
            }
            at += blockFloats;
          }
        });
  }

  private void packPanels(ColumnOperand b, int k, int depth, int column, int columns, int at) {
    int width = kernel.columns();
    for (int j = 0; j < columns; j += width) {
      int wide = Math.min(width, columns - j);
      b.packColumns(k, depth, column + j, wide, scratch.blocks(), at + j * DEPTH, width);
    }
  }

  /** A task's rows or columns: four tasks a thread if that fills tiles, at most a block. */
  private int share(int size, int tile, int block) {
    int tasks = 4 * threads.count();
    return Math.min(block, roundUp((size + tasks - 1) / tasks, tile));
  }

  private void each(int tasks, boolean small, IntConsumer task) {
    if (small) {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
    } else {
      threads.run(tasks, task);
    }
  }

  private static int blocks(int from, int to) {
    return (to - from + DEPTH - 1) / DEPTH;
  }

  private static int roundUp(int size, int unit) {
    return (size + unit - 1) / unit * unit;
  }
}
