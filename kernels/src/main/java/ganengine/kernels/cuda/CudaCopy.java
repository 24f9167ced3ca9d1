package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.Dims;
import ganengine.kernels.StridedCopy;

/** Strided copies (copy.cu): by 16 bytes or through tiles where the layouts allow it. */
final class CudaCopy {
  /** Axes shorter than this leave most of a tile of 32 x 32 empty. */
  private static final int SHORTEST_TILED = 16;

  private static final int TILE = 32;

  private final Cuda cuda;

  CudaCopy(Cuda cuda) {
    this.cuda = cuda;
  }

  /** See {@link ganengine.kernels.LayoutKernels#copy}. */
  void copy(StridedCopy size, Buffer from, Buffer to) {
    int vector = GridStride.vector(to.type());
    if (movesVectors(size, vector)) {
      strided("copy_vectors", inVectors(size, vector), size, from, to);
      return;
    }
    int row = axisOfNeighbours(size.sizes(), size.fromStrides());
    int column = axisOfNeighbours(size.sizes(), size.toStrides());
    if (row >= 0 && column >= 0 && row != column && size.sizes().rank() <= 3) {
      transposed(size, row, column, from, to);
    } else {
      strided("copy_elements", size, size, from, to);
    }
  }

  /** Copies all of a buffer. */
  void whole(Buffer from, Buffer to) {
    int[] length = {Math.toIntExact(from.length())};
    int[] stride = {1};
    copy(StridedCopy.of(length, stride, 0, stride, 0), from, to);
  }

  private void strided(String kernel, StridedCopy box, StridedCopy size, Buffer from, Buffer to) {
    int count = box.sizes().product();
    cuda.kernel("copy", kernel, to.type())
        .grid(GridStride.blocks(cuda, count), GridStride.THREADS)
        .buffer(from, size.fromOffset())
        .buffer(to, size.toOffset())
        .count(count)
        .numbers(
            TwoLayouts.numbers(
                box.sizes().toArray(), box.fromStrides().toArray(), box.toStrides().toArray()))
        .launch();
  }

  /** Whether the copy is one of whole, aligned packs of {@code vector} neighbours. */
  private static boolean movesVectors(StridedCopy size, int vector) {
    int last = size.sizes().rank() - 1;
    if (size.fromStrides().get(last) != 1
        || size.toStrides().get(last) != 1
        || size.sizes().get(last) % vector != 0
        || size.fromOffset() % vector != 0
        || size.toOffset() % vector != 0) {
      return false;
    }
    for (int axis = 0; axis < last; axis++) {
      if (size.fromStrides().get(axis) % vector != 0 || size.toStrides().get(axis) % vector != 0) {
        return false;
      }
    }
    return true;
  }

  private static StridedCopy inVectors(StridedCopy size, int vector) {
    int[] sizes = size.sizes().toArray();
    int[] from = size.fromStrides().toArray();
    int[] to = size.toStrides().toArray();
    int last = sizes.length - 1;
    sizes[last] /= vector;
    for (int axis = 0; axis < last; axis++) {
      from[axis] /= vector;
      to[axis] /= vector;
    }
    return new StridedCopy(
        Dims.of(sizes),
        Dims.of(from),
        size.fromOffset() / vector,
        Dims.of(to),
        size.toOffset() / vector);
  }

  /** The axis with stride 1, if it is long enough for tiles; else -1. */
  private static int axisOfNeighbours(Dims sizes, Dims strides) {
    for (int axis = 0; axis < sizes.rank(); axis++) {
      if (strides.get(axis) == 1 && sizes.get(axis) >= SHORTEST_TILED) {
        return axis;
      }
    }
    return -1;
  }

  /** Neighbours in from become rows' first elements, and the other way round. */
  private void transposed(StridedCopy size, int row, int column, Buffer from, Buffer to) {
    Dims sizes = size.sizes();
    boolean batched = sizes.rank() == 3;
    int other = 3 - row - column;
    int batch = batched ? sizes.get(other) : 1;
    int tiles = (sizes.get(row) + TILE - 1) / TILE * ((sizes.get(column) + TILE - 1) / TILE);
    cuda.kernel("copy", "copy_transposed", to.type())
        .grid(
            Math.min(tiles, GridStride.resident(cuda)),
            Math.min(batch, GridStride.MOST_Y),
            GridStride.THREADS)
        .buffer(from, size.fromOffset())
        .buffer(to, size.toOffset())
        .numbers(
            batch,
            sizes.get(row),
            sizes.get(column),
            batched ? size.fromStrides().get(other) : 0,
            size.fromStrides().get(column),
            batched ? size.toStrides().get(other) : 0,
            size.toStrides().get(row))
        .launch();
  }
}
