package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Pooling;
import ganengine.kernels.PoolingKernels;

/** Pooling kernels. */
final class CpuPooling implements PoolingKernels {
  final CpuThreads threads;

  CpuPooling(CpuThreads threads) {
    this.threads = threads;
  }

  @Override
  public void max(Pooling size, Buffer x, Buffer y, Buffer indices) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void average(Pooling size, Buffer x, Buffer y) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void averageGradient(Pooling size, Buffer gradY, Buffer gradX) {
    throw new UnsupportedOperationException();
  }
}
