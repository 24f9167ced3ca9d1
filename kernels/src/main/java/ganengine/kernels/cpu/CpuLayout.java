package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.ImageBatch;
import ganengine.kernels.LayoutKernels;
import ganengine.kernels.StridedCopy;

/** Layout kernels. */
final class CpuLayout implements LayoutKernels {
  final CpuThreads threads;

  CpuLayout(CpuThreads threads) {
    this.threads = threads;
  }

  @Override
  public void copy(StridedCopy size, Buffer from, Buffer to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void gather(int width, Buffer x, Buffer indices, Buffer out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void scatterAdd(int width, Buffer x, Buffer indices, Buffer out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void oneHot(int classes, Buffer indices, Buffer out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void imageBatch(ImageBatch size, Buffer images, Buffer indices, Buffer out) {
    throw new UnsupportedOperationException();
  }
}
