package ganengine.kernels.cpu;

/**
 * The fixed chunks of rows that a matrix [rows, columns] is summed by: small enough that a chunk
 * stays in a core's cache and that its float sums stay accurate; the chunks' sums are then added in
 * double and in order. They depend on the sizes alone, so that sums do too.
 */
record RowChunks(int rows, int columns) {
  private static final int ELEMENTS = 1 << 15;
  private static final int FEWEST_ROWS = 16;

  /**
   * Most terms of a float sum; rows that {@link FoldedColumnLoops} reads as one add to different
   * sums.
   */
  private static final int MOST_ROWS = 512;

  /** A chunk's task. */
  interface Task {
    /** Works on rows from .. to - 1, which are the chunk numbered {@code chunk}. */
    void run(int chunk, int from, int to);
  }

  /** Rows of every chunk but the last. */
  int chunkRows() {
    int fold = FoldedColumnLoops.fold(columns);
    int folded = Math.min(MOST_ROWS, ELEMENTS / (fold * columns));
    return Math.max(FEWEST_ROWS, fold * folded);
  }

  /** How many chunks. */
  int count() {
    return (rows + chunkRows() - 1) / chunkRows();
  }

  /** Where chunk {@code chunk} ends. */
  int end(int chunk) {
    return Math.min(rows, (chunk + 1) * chunkRows());
  }

  /** Rows in chunk {@code chunk}. */
  int rows(int chunk) {
    return end(chunk) - chunk * chunkRows();
  }

  /** Runs the task for every chunk, several small chunks at a time on one thread. */
  void run(CpuThreads threads, Task task) {
    int chunksAtOnce = Math.max(1, CpuPointwise.GRAIN / (chunkRows() * columns));
    threads.ranges(
        count(),
        chunksAtOnce,
        (from, to) -> {
          for (int chunk = from; chunk < to; chunk++) {
            task.run(chunk, chunk * chunkRows(), end(chunk));
          }
        });
  }
}
