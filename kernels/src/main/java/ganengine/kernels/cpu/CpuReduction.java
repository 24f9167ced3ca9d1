package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Reduction;
import ganengine.kernels.ReductionKernels;

/** Reduction kernels. */
final class CpuReduction implements ReductionKernels {
  final CpuThreads threads;

  CpuReduction(CpuThreads threads) {
    this.threads = threads;
  }

  @Override
  public void sum(Reduction size, Buffer x, Buffer y) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void max(Reduction size, Buffer x, Buffer y, Buffer indices) {
    throw new UnsupportedOperationException();
  }
}
