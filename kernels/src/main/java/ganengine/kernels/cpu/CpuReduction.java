package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Reduction;
import ganengine.kernels.ReductionKernels;

/** Sums and maxima over the middle axis of [outer, reduced, inner]. */
final class CpuReduction implements ReductionKernels {
  private final CpuThreads threads;
  private final ColumnSums columnSums;

  CpuReduction(CpuThreads threads) {
    this.threads = threads;
    columnSums = new ColumnSums(threads);
  }

  @Override
  public void sum(Reduction size, Buffer x, Buffer y) {
    CpuBuffer input = CpuBuffer.of(x);
    CpuBuffer output = CpuBuffer.of(y);
    columnSums.sum(size, input.reals, input.offset, output.reals, output.offset);
  }

  @Override
  public void max(Reduction size, Buffer x, Buffer y, Buffer indices) {
    CpuBuffer input = CpuBuffer.of(x);
    CpuBuffer output = CpuBuffer.of(y);
    long[] where = CpuBuffer.of(indices).integers;
    threads.ranges(
        size.outer() * size.inner(),
        Math.max(1, CpuPointwise.GRAIN / size.reduced()),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int largest = largest(size, input, i);
            output.reals[output.offset + i] = input.reals[input.offset + largest];
            where[i] = largest;
          }
        });
  }

  /** The flat index in x of the maximum that result number {@code i} is. */
  private static int largest(Reduction size, CpuBuffer input, int i) {
    float[] x = input.reals;
    int stride = size.inner();
    int first = i / stride * stride * size.reduced() + i % stride;
    int largest = first;
    for (int r = 1; r < size.reduced(); r++) {
      int at = first + r * stride;
      if (Largest.beats(x[input.offset + at], x[input.offset + largest])) {
        largest = at;
      }
    }
    return largest;
  }
}
