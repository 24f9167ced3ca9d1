package ganengine.kernels.cpu;

import java.util.function.IntConsumer;

/**
 * A fixed set of threads that share out numbered tasks. Which thread runs a task is open; what a
 * task computes must not depend on it, so results are the same for any thread count.
 */
final class CpuThreads implements AutoCloseable {
  private final int count;

  CpuThreads(int count) {
    this.count = count;
  }

  /** How many threads work, the caller's included. */
  int count() {
    return count;
  }

  /**
   * Runs task(0) .. task(tasks - 1), the caller's thread taking part; returns when all are done.
   */
  void run(int tasks, IntConsumer task) {
    for (int i = 0; i < tasks; i++) {
      task.accept(i);
    }
  }

  /** A piece of a range of ints. */
  interface Range {
    void run(int from, int to);
  }

  /**
   * Cuts [0, size) into pieces of {@code grain} (the last may be shorter) and runs them as tasks.
   * One piece runs on the caller's thread at once.
   */
  void ranges(int size, int grain, Range body) {
    int pieces = (size + grain - 1) / grain;
    if (pieces <= 1) {
      body.run(0, size);
      return;
    }
    run(pieces, i -> body.run(i * grain, Math.min(size, (i + 1) * grain)));
  }

  @Override
  public void close() {}
}
