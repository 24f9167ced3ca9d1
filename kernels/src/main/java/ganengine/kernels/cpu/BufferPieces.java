package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;

/** Many buffers of different lengths cut into pieces of a fixed size, to be worked on at once. */
final class BufferPieces {
  private static final int PIECE = 1 << 14;

  /** A piece's task. */
  interface Task {
    /** Works on elements from .. to - 1 of the buffer numbered {@code buffer}. */
    void run(int buffer, int from, int to);
  }

  private final Buffer[] buffers;

  /** firstPiece[j] is the number of buffer j's first piece; the last entry counts them all. */
  private final int[] firstPiece;

  BufferPieces(Buffer[] buffers) {
    this.buffers = buffers;
    firstPiece = new int[buffers.length + 1];
    for (int j = 0; j < buffers.length; j++) {
      firstPiece[j + 1] = firstPiece[j] + (CpuBuffer.of(buffers[j]).size() + PIECE - 1) / PIECE;
    }
  }

  /** How many pieces. */
  int count() {
    return firstPiece[buffers.length];
  }

  /** Runs the task for every piece, in any order. */
  void run(CpuThreads threads, Task task) {
    run(threads, (piece, buffer, from, to) -> task.run(buffer, from, to));
  }

  /** A task that wants its piece's number, too. */
  interface NumberedTask {
    /** As {@link Task#run}. */
    void run(int piece, int buffer, int from, int to);
  }

  /** Runs the task for every piece, in any order. */
  void run(CpuThreads threads, NumberedTask task) {
    threads.run(
        count(),
        piece -> {
          int buffer = 0;
          while (firstPiece[buffer + 1] <= piece) {
            buffer++;
          }
          int from = (piece - firstPiece[buffer]) * PIECE;
          int to = Math.min(from + PIECE, CpuBuffer.of(buffers[buffer]).size());
          task.run(piece, buffer, from, to);
        });
  }
}
