package ganengine.kernels.cuda;

/** Sizes of scratch memory. */
final class Workspace {
  /** Bytes of the smallest piece asked for. */
  static final long SMALLEST = 1 << 16;

  private Workspace() {}

  /**
   * The next power of two: the pool keeps buffers by exact size, so few sizes mean that
   * convolutions one after another get the same buffer.
   */
  static long rounded(long bytes) {
    return bytes <= SMALLEST ? SMALLEST : Long.highestOneBit(bytes - 1) << 1;
  }
}
