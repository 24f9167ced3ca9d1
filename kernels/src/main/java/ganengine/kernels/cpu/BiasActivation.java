package ganengine.kernels.cpu;

import ganengine.kernels.Activation;
import ganengine.kernels.Reduction;
import java.util.Arrays;

/** activation(x + bias) of a matrix [rows, columns], and its gradients. */
final class BiasActivation {
  private final CpuThreads threads;
  private final ColumnSums columnSums;
  private float[] constants = new float[0];

  BiasActivation(CpuThreads threads) {
    this.threads = threads;
    columnSums = new ColumnSums(threads);
  }

  void forward(
      int rows, int columns, Activation activation, CpuBuffer x, CpuBuffer bias, CpuBuffer y) {
    float[] c = shifts(columns, bias);
    new RowChunks(rows, columns)
        .run(
            threads,
            (chunk, from, to) -> {
              int at = from * columns;
              Loops.COLUMNS.scale(
                  to - from, columns, x.reals, x.offset + at, c, y.reals, y.offset + at);
              ActivationLoops.apply(activation, y.reals, y.offset + at, (to - from) * columns);
            });
  }

  /** Centre 0, scale 1, shift bias. */
  private float[] shifts(int columns, CpuBuffer bias) {
    if (constants.length < 3 * columns) {
      constants = new float[3 * columns];
    }
    Arrays.fill(constants, 0, columns, 0);
    Arrays.fill(constants, columns, 2 * columns, 1);
    System.arraycopy(bias.reals, bias.offset, constants, 2 * columns, columns);
    return constants;
  }

  void gradient(
      int rows,
      int columns,
      Activation activation,
      CpuBuffer gradY,
      CpuBuffer y,
      CpuBuffer gradX,
      CpuBuffer gradBias) {
    new RowChunks(rows, columns)
        .run(
            threads,
            (chunk, from, to) -> {
              int at = from * columns;
              ActivationLoops.gradient(
                  activation,
                  gradY.reals,
                  gradY.offset + at,
                  y.reals,
                  y.offset + at,
                  gradX.reals,
                  gradX.offset + at,
                  (to - from) * columns);
            });
    columnSums.sum(
        new Reduction(1, rows, columns),
        gradX.reals,
        gradX.offset,
        gradBias.reals,
        gradBias.offset);
  }
}
