package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;

/**
 * Launch shapes for kernels that stride over the grid, item by item: any number of blocks is right,
 * enough to fill the card is fast.
 */
final class GridStride {
  /** Threads of a block: eight blocks fill a multiprocessor. */
  static final int THREADS = 256;

  /** What the grid's y axis may count. */
  static final int MOST_Y = 65_535;

  private static final int BLOCKS_EACH = 8;
  private static final int VECTOR_BYTES = 16;

  private GridStride() {}

  /** Blocks for {@code items} items, one a thread: no more than the card runs at once. */
  static int blocks(Cuda cuda, long items) {
    long blocks = (items + THREADS - 1) / THREADS;
    return (int) Math.max(1, Math.min(blocks, resident(cuda)));
  }

  /** How many blocks the card runs at once. */
  static int resident(Cuda cuda) {
    return BLOCKS_EACH * cuda.multiprocessors();
  }

  /** How many elements one access of 16 bytes moves: REALS in real.cuh. */
  static int vector(ElementType type) {
    return VECTOR_BYTES / CudaBuffer.bytes(type);
  }

  /** Blocks for an elementwise pass over a buffer, 16 bytes a thread. */
  static int vectorBlocks(Cuda cuda, Buffer buffer) {
    return blocks(cuda, buffer.length() / vector(buffer.type()));
  }
}
