package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;

/** Scatter-add (scatter.cu), the same bits every time. */
final class CudaScatter {
  /** Up to so many comparisons are done in less time than three launches take. */
  private static final long SCANNED = 1 << 22;

  private final Cuda cuda;

  CudaScatter(Cuda cuda) {
    this.cuda = cuda;
  }

  /** See {@link ganengine.kernels.LayoutKernels#scatterAdd}. */
  void scatterAdd(int width, Buffer x, Buffer indices, Buffer out) {
    if (out.length() * indices.length() <= SCANNED) {
      grid("scatter_add_scanning", x, out.length())
          .buffer(x)
          .buffer(indices)
          .buffer(out)
          .count(out.length())
          .integer(width)
          .count(indices.length())
          .launch();
    } else {
      throughLists(width, x, indices, out);
    }
  }

  private void throughLists(int width, Buffer x, Buffer indices, Buffer out) {
    long rows = out.length() / width;
    CudaBuffer firstOfRow = cuda.scratch(rows * Integer.BYTES);
    CudaBuffer next = cuda.scratch(indices.length() * Integer.BYTES);
    grid("scatter_clear", x, rows).buffer(firstOfRow).count(rows).launch();
    grid("scatter_link", x, indices.length())
        .buffer(indices)
        .buffer(firstOfRow)
        .buffer(next)
        .count(indices.length())
        .launch();
    grid("scatter_add_listed", x, out.length())
        .buffer(x)
        .buffer(indices)
        .buffer(firstOfRow)
        .buffer(next)
        .buffer(out)
        .count(out.length())
        .integer(width)
        .count(indices.length())
        .launch();
    cuda.release(next);
    cuda.release(firstOfRow);
  }

  private Launch grid(String kernel, Buffer x, long items) {
    return cuda.kernel("scatter", kernel, x.type())
        .grid(GridStride.blocks(cuda, items), GridStride.THREADS);
  }
}
