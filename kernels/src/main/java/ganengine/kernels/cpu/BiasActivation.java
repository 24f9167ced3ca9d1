package ganengine.kernels.cpu;

import ganengine.kernels.Activation;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Reduction;

/**
 * activation(x + bias) of a matrix [rows, columns], and its gradients, each in one pass over
 * memory: second steps find their numbers in the cache.
 */
final class BiasActivation {
  /** Fewest elements that the second step is behind the first. */
  private static final int BLOCK = 1 << 10;

  private final CpuThreads threads;
  private final ColumnSums columnSums;
  private final PointwiseLoops.BinaryLoop add = Loops.POINTWISE.binary(BinaryFunction.ADD);

  /** The bias, repeated so that few columns make a long loop as well. */
  private float[] repeated = new float[0];

  BiasActivation(CpuThreads threads) {
    this.threads = threads;
    columnSums = new ColumnSums(threads);
  }

  void forward(
      int rows, int columns, Activation activation, CpuBuffer x, CpuBuffer bias, CpuBuffer y) {
    int block = columns * Math.max(1, BLOCK / columns);
    repeat(bias, columns, block);
    threads.ranges(
        rows * columns,
        Math.max(1, CpuPointwise.GRAIN / block) * block,
        (from, to) -> {
          for (int at = from; at < to; at += block) {
            int count = Math.min(block, to - at);
            add.run(0, x.reals, x.offset + at, repeated, 0, y.reals, y.offset + at, count);
            ActivationLoops.apply(activation, y.reals, y.offset + at, count);
          }
        });
  }

  private void repeat(CpuBuffer bias, int columns, int length) {
    if (repeated.length < length) {
      repeated = new float[length];
    }
    for (int at = 0; at < length; at += columns) {
      System.arraycopy(bias.reals, bias.offset, repeated, at, columns);
    }
  }

  void gradient(
      int rows,
      int columns,
      Activation activation,
      CpuBuffer gradY,
      CpuBuffer y,
      CpuBuffer gradX,
      CpuBuffer gradBias) {
    columnSums.sum(
        new Reduction(1, rows, columns),
        (from, to) -> ActivationLoops.gradient(activation, gradY, y, gradX, from, to),
        gradX.reals,
        gradX.offset,
        gradBias.reals,
        gradBias.offset);
  }
}
