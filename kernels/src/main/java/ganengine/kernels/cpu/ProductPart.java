package ganengine.kernels.cpu;

import java.util.function.IntConsumer;

/**
 * A part of the work of a product [m, k] [k, n]: every output element's sum over {@code from .. to}
 * of k.
 *
 * @param first whether these are the sums' first terms; else they are added to what is there
 */
record ProductPart(int m, int n, int from, int to, boolean first) {
  private static final int DEPTH = MicroKernel.DEPTH;

  /** Multiply-adds below which waking other threads costs more than it brings. */
  private static final long SMALL = 1 << 19;

  /** How many depths the sums are cut into. */
  int blocks() {
    return ceilDivide(to - from, DEPTH);
  }

  /** Where block {@code block} starts in k. */
  int blockStart(int block) {
    return from + block * DEPTH;
  }

  /** How deep block {@code block} is. */
  int depth(int block) {
    return Math.min(DEPTH, to - blockStart(block));
  }

  /** Runs tasks of this part, on the caller's thread if the part is small. */
  void run(CpuThreads threads, int tasks, IntConsumer task) {
    if ((long) m * n * (to - from) >= SMALL) {
      threads.run(tasks, task);
      return;
    }
    for (int i = 0; i < tasks; i++) {
      task.accept(i);
    }
  }

  /**
   * How many of {@code size} rows or columns a task takes: a quarter of a thread's share, rounded
   * up to whole tiles, at most {@code block}.
   */
  static int share(int size, int threads, int tile, int block) {
    return Math.min(block, roundUp(ceilDivide(size, 4 * threads), tile));
  }

  static int ceilDivide(int size, int unit) {
    return (size + unit - 1) / unit;
  }

  static int roundUp(int size, int unit) {
    return ceilDivide(size, unit) * unit;
  }
}
