package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.ImageBatch;
import ganengine.kernels.LayoutKernels;
import ganengine.kernels.StridedCopy;

/** Moving elements about: gather.cu, cast.cu; copies and scatters have classes of their own. */
final class CudaLayout implements LayoutKernels {
  /** Elements of a thread of cast.cu. */
  private static final int CAST_TOGETHER = 4;

  private final Cuda cuda;
  private final CudaCopy copy;
  private final CudaScatter scatter;

  CudaLayout(Cuda cuda) {
    this.cuda = cuda;
    copy = new CudaCopy(cuda);
    scatter = new CudaScatter(cuda);
  }

  @Override
  public void copy(StridedCopy size, Buffer from, Buffer to) {
    copy.copy(size, from, to);
  }

  @Override
  public void gather(int width, Buffer x, Buffer indices, Buffer out) {
    int vector = GridStride.vector(x.type());
    int together = width % vector == 0 ? vector : 1;
    long items = indices.length() * (width / together);
    grid(together > 1 ? "gather_vectors" : "gather", x, items)
        .buffer(x)
        .buffer(indices)
        .buffer(out)
        .count(items)
        .integer(width / together)
        .launch();
  }

  @Override
  public void scatterAdd(int width, Buffer x, Buffer indices, Buffer out) {
    scatter.scatterAdd(width, x, indices, out);
  }

  @Override
  public void oneHot(int classes, Buffer indices, Buffer out) {
    long count = indices.length() * classes;
    grid("one_hot", out, count).buffer(indices).buffer(out).count(count).integer(classes).launch();
  }

  @Override
  public void imageBatch(ImageBatch size, Buffer images, Buffer indices, Buffer out) {
    int vector = GridStride.vector(out.type());
    boolean vectors = size.stack() == 1 && size.width() * size.channels() % vector == 0;
    long count = (long) size.count() * size.outputSize();
    grid(vectors ? "image_batch_vectors" : "image_batch", out, vectors ? count / vector : count)
        .buffer(images)
        .buffer(indices)
        .buffer(out)
        .count(count)
        .numbers(size.stack(), size.height(), size.width(), size.channels())
        .real(size.scale())
        .real(size.shift())
        .launch();
  }

  @Override
  public void window(int count, Buffer from, Buffer counter, Buffer out) {
    cuda.kernel("gather", "window")
        .grid(GridStride.blocks(cuda, count), GridStride.THREADS)
        .buffer(from)
        .buffer(counter)
        .buffer(out)
        .count(count)
        .count(from.length() / count)
        .launch();
  }

  @Override
  public void entry(Buffer table, Buffer counter, Buffer out) {
    grid("entry", table, 1)
        .buffer(table)
        .buffer(counter)
        .buffer(out)
        .count(table.length())
        .launch();
  }

  @Override
  public void cast(Buffer x, Buffer out) {
    if (x.type() == out.type()) {
      copy.whole(x, out);
      return;
    }
    cuda.kernel("cast", x.type() == ElementType.REAL ? "float_to_bf16" : "bf16_to_float")
        .grid(GridStride.blocks(cuda, x.length() / CAST_TOGETHER), GridStride.THREADS)
        .buffer(x)
        .buffer(out)
        .count(x.length())
        .launch();
  }

  private Launch grid(String kernel, Buffer activations, long items) {
    return cuda.kernel("gather", kernel, activations.type())
        .grid(GridStride.blocks(cuda, items), GridStride.THREADS);
  }
}
