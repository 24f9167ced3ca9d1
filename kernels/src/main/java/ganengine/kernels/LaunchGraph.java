package ganengine.kernels;

/**
 * The kernels of a piece of work as one launch, made by {@link Device#capture}. It holds the
 * buffers that the work took from the pool; everything else it reads and writes must stay where it
 * is for as long as it is replayed.
 */
public interface LaunchGraph extends AutoCloseable {
  /** Starts all of its kernels, in their order, on the buffers of the capture. */
  void replay();

  /** Frees it and gives its buffers back to the pool; it must not be replayed any more. */
  @Override
  void close();
}
