package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.RandomKernels;
import ganengine.kernels.RandomStream;

/** Random numbers by random.cu, a vector of 16 bytes a thread. */
final class CudaRandom implements RandomKernels {
  private static final String FILE = "random";
  private static final int THREADS = 256;
  private static final long VECTOR_BYTES = 16;
  private static final long BLOCKS_A_MULTIPROCESSOR = 8;

  private final Cuda cuda;

  CudaRandom(Cuda cuda) {
    this.cuda = cuda;
  }

  @Override
  public void uniform(RandomStream stream, Buffer step, double low, double high, Buffer out) {
    fill("random_uniform", stream, step, low, high - low, out);
  }

  @Override
  public void normal(RandomStream stream, Buffer step, double mean, double deviation, Buffer out) {
    fill("random_normal", stream, step, mean, deviation, out);
  }

  private void fill(
      String function, RandomStream stream, Buffer step, double origin, double scale, Buffer out) {
    long bytesABlock = THREADS * VECTOR_BYTES;
    long useful = (CudaBuffer.of(out).bytes() + bytesABlock - 1) / bytesABlock;
    long most = BLOCKS_A_MULTIPROCESSOR * cuda.multiprocessors();
    int blocks = (int) Math.min(useful, most);
    cuda.kernel(FILE, function, out.type())
        .grid(blocks, THREADS)
        .count(stream.seed())
        .integer(stream.stream())
        .buffer(step)
        .real(origin)
        .real(scale)
        .count(out.length())
        .buffer(out)
        .launch();
  }

  @Override
  public void mirror(RandomStream stream, Buffer step, Buffer indices) {
    cuda.kernel(FILE, "random_mirror")
        .grid(GridStride.blocks(cuda, indices.length()), GridStride.THREADS)
        .count(stream.seed())
        .integer(stream.stream())
        .buffer(step)
        .count(indices.length())
        .buffer(indices)
        .launch();
  }

  @Override
  public void advance(Buffer counter, long by) {
    cuda.kernel(FILE, "random_advance").grid(1, 1).buffer(counter).count(by).launch();
  }
}
