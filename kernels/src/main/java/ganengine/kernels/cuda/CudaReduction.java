package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.Reduction;
import ganengine.kernels.ReductionKernels;
import java.util.function.Consumer;

/**
 * Sums (sum.cu) and maxima (max.cu) over the middle axis. Sums are REAL whatever the terms are. A
 * long sum is cut into parts, enough to fill the card; their sums are added up by a second launch.
 */
final class CudaReduction implements ReductionKernels {
  private static final int WARP = 32;

  /** Rows up to this length are a warp's work, longer ones a block's. */
  private static final int LONGEST_OF_WARP = 1024;

  /** A part of a row is at least so long, and one of a column so many rows a thread. */
  private static final int SHORTEST_PART = 4096;

  private static final int ROWS_OF_THREAD = 8;

  /** From so many results on, a thread for each fills the card. */
  private static final int MANY_RESULTS = 1 << 14;

  private final Cuda cuda;

  CudaReduction(Cuda cuda) {
    this.cuda = cuda;
  }

  @Override
  public void sum(Reduction size, Buffer x, Buffer y) {
    if (size.inner() > 1) {
      sumColumns(size, x, y);
    } else if (size.reduced() > LONGEST_OF_WARP) {
      sumLongRows(size, x, y);
    } else {
      sumRows(size, x, y);
    }
  }

  private void sumRows(Reduction size, Buffer x, Buffer y) {
    cuda.kernel("sum", "sum_rows", x.type())
        .grid(GridStride.blocks(cuda, (long) size.outer() * WARP), GridStride.THREADS)
        .buffer(x)
        .buffer(y)
        .count(size.outer())
        .integer(size.reduced())
        .launch();
  }

  private void sumLongRows(Reduction size, Buffer x, Buffer y) {
    int most = (size.reduced() + SHORTEST_PART - 1) / SHORTEST_PART;
    int parts = parts(size.outer(), most);
    inParts(
        size,
        parts,
        y,
        sums ->
            cuda.kernel("sum", "sum_row_parts", x.type())
                .grid(
                    (int) Math.min((long) size.outer() * parts, GridStride.resident(cuda)),
                    GridStride.THREADS)
                .buffer(x)
                .buffer(sums)
                .count(size.outer())
                .integer(size.reduced())
                .integer(parts)
                .launch());
  }

  private void sumColumns(Reduction size, Buffer x, Buffer y) {
    int vector = GridStride.vector(x.type());
    int together = size.inner() % vector == 0 ? vector : 1;
    int packs = size.inner() / together;
    int width = Math.min(WARP, Integer.highestOneBit(2 * packs - 1));
    int tiles = (packs + width - 1) / width;
    int most = size.reduced() / (GridStride.THREADS / width * ROWS_OF_THREAD);
    int parts = parts((long) tiles * size.outer(), most);
    inParts(
        size,
        parts,
        y,
        sums ->
            cuda.kernel("sum", together > 1 ? "sum_column_vectors" : "sum_columns", x.type())
                .grid(tiles * parts, Math.min(size.outer(), GridStride.MOST_Y), GridStride.THREADS)
                .buffer(x)
                .buffer(sums)
                .numbers(size.outer(), size.reduced(), size.inner(), parts, width)
                .launch());
  }

  /** Has the sums of parts [outer, parts, inner] written, and adds them up if there are several. */
  private void inParts(Reduction size, int parts, Buffer y, Consumer<Buffer> pass) {
    if (parts == 1) {
      pass.accept(y);
      return;
    }
    CudaBuffer sums = cuda.scratch(ElementType.REAL, (long) size.outer() * parts * size.inner());
    pass.accept(sums);
    sum(new Reduction(size.outer(), parts, size.inner()), sums, y);
    cuda.release(sums);
  }

  /** So many parts of each of {@code sums} sums that the card is filled, at most {@code most}. */
  private int parts(long sums, int most) {
    return (int) Math.max(1, Math.min(most, GridStride.resident(cuda) / sums));
  }

  @Override
  public void max(Reduction size, Buffer x, Buffer y, Buffer indices) {
    long results = (long) size.outer() * size.inner();
    boolean threads = size.reduced() <= WARP || results >= MANY_RESULTS;
    cuda.kernel("max", threads ? "max_by_threads" : "max_by_blocks", x.type())
        .grid(
            threads
                ? GridStride.blocks(cuda, results)
                : (int) Math.min(results, GridStride.resident(cuda)),
            GridStride.THREADS)
        .buffer(x)
        .buffer(y)
        .buffer(indices)
        .count(results)
        .integer(size.reduced())
        .integer(size.inner())
        .launch();
  }
}
