package ganengine.kernels.cpu;

import ganengine.kernels.UnaryFunction;
import java.util.function.IntConsumer;

/** Softmax and its logarithm for every row of a matrix; the largest x is taken out first. */
final class Softmax {
  private final CpuThreads threads;
  private final SlotScratch scratch;
  private final PointwiseLoops.UnaryLoop exp = Loops.POINTWISE.unary(UnaryFunction.EXP);
  private final PointwiseLoops.UnaryLoop affine = Loops.POINTWISE.unary(UnaryFunction.AFFINE);

  Softmax(CpuThreads threads) {
    this.threads = threads;
    scratch = new SlotScratch(threads);
  }

  void softmax(int rows, int columns, CpuBuffer x, CpuBuffer y) {
    forEachRow(
        rows,
        columns,
        row -> {
          int to = y.offset + row * columns;
          double sum = exponentials(columns, x, row, y.reals, to);
          affine.run((float) (1 / sum), 0, y.reals, to, y.reals, to, columns);
        });
  }

  void logSoftmax(int rows, int columns, CpuBuffer x, CpuBuffer y) {
    forEachRow(
        rows,
        columns,
        row -> {
          int at = x.offset + row * columns;
          int to = y.offset + row * columns;
          float largest = Rows.largest(x.reals, at, columns);
          double logSum = Math.log(exponentials(columns, x, row, scratch.of(columns), 0));
          affine.run(1, -largest, x.reals, at, y.reals, to, columns);
          affine.run(1, (float) -logSum, y.reals, to, y.reals, to, columns);
        });
  }

  /** Writes exp(x - the row's largest x) to out[to ..]; returns the sum. */
  private double exponentials(int columns, CpuBuffer x, int row, float[] out, int to) {
    int at = x.offset + row * columns;
    float largest = Rows.largest(x.reals, at, columns);
    affine.run(1, -largest, x.reals, at, out, to, columns);
    exp.run(0, 0, out, to, out, to, columns);
    return Rows.sum(out, to, columns);
  }

  private void forEachRow(int rows, int columns, IntConsumer task) {
    threads.ranges(
        rows,
        Math.max(1, CpuPointwise.GRAIN / columns),
        (from, to) -> {
          for (int row = from; row < to; row++) {
            task.accept(row);
          }
        });
  }
}
