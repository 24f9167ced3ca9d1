package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.Pooling;
import ganengine.kernels.PoolingKernels;

/** Max and average pooling: pooling.cu. */
final class CudaPooling implements PoolingKernels {
  private final Cuda cuda;

  CudaPooling(Cuda cuda) {
    this.cuda = cuda;
  }

  @Override
  public void max(Pooling size, Buffer x, Buffer y, Buffer indices) {
    grid("pool_max", size, y).buffer(x).buffer(y).buffer(indices).numbers(numbers(size)).launch();
  }

  @Override
  public void average(Pooling size, Buffer x, Buffer y) {
    grid("pool_average", size, y).buffer(x).buffer(y).numbers(numbers(size)).launch();
  }

  @Override
  public void averageGradient(Pooling size, Buffer gradY, Buffer gradX) {
    grid("pool_average_gradient", size, gradX)
        .buffer(gradY)
        .buffer(gradX)
        .numbers(numbers(size))
        .launch();
  }

  /** A thread an element of out, or 16 bytes of it where a pixel's channels allow it. */
  private Launch grid(String kernel, Pooling size, Buffer out) {
    int vector = GridStride.vector(out.type());
    boolean vectors = size.channels() % vector == 0;
    return cuda.kernel("pooling", vectors ? kernel + "_vectors" : kernel, out.type())
        .grid(
            GridStride.blocks(cuda, vectors ? out.length() / vector : out.length()),
            GridStride.THREADS);
  }

  /** The struct of pooling.cu. */
  private static int[] numbers(Pooling size) {
    return new int[] {
      size.batch(),
      size.inH(),
      size.inW(),
      size.channels(),
      size.outH(),
      size.outW(),
      size.kernelH(),
      size.kernelW(),
      size.strideH(),
      size.strideW(),
      size.padTop(),
      size.padLeft()
    };
  }
}
