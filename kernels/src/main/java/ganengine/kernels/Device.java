package ganengine.kernels;

/**
 * A place where buffers live and numbers are computed: the service-provider interface that a new
 * kind of hardware implements. Nothing above this package knows which one it runs on.
 *
 * <p>Buffers of one device mean nothing to another. A device is used by one thread at a time.
 * Kernels are ordered: each sees what all earlier ones wrote. They may run asynchronously; only
 * downloads and {@link #synchronize} wait.
 */
public interface Device extends AutoCloseable {
  /** Short name as typed after {@code --device}: {@code reference}, {@code cpu}, {@code cuda}. */
  String name();

  /** One line for people: element type, lanes, threads or card. */
  String description();

  /** Bytes in one {@link ElementType#REAL}: 8 or 4. */
  int realBytes();

  /**
   * What products are computed from and give: REAL, or BFLOAT16 on a device opened in that
   * precision. A device with BFLOAT16 takes either for activations, all of one call alike;
   * statistics, parameters, losses and optimiser state are always REAL.
   */
  default ElementType activationType() {
    return ElementType.REAL;
  }

  /** A buffer of {@code length} >= 1 elements from the pool, contents undefined. */
  Buffer allocate(ElementType type, long length);

  /** Returns a buffer to the pool. */
  void release(Buffer buffer);

  /** Counters of the pool. */
  MemoryUse memory();

  /** Makes the present live bytes the peak, so that one phase's peak can be read. */
  void resetPeakMemory();

  /** Gives the pool's resting buffers back to the system. */
  void trimMemory();

  /** Writes {@code count} reals from {@code source[from..]} to {@code target[at..]}. */
  void upload(float[] source, int from, int count, Buffer target, long at);

  /** As the float version; rounds to the device's precision. */
  void upload(double[] source, int from, int count, Buffer target, long at);

  /** Writes {@code count} integers from {@code source[from..]} to {@code target[at..]}. */
  void upload(long[] source, int from, int count, Buffer target, long at);

  /** Writes {@code count} bytes from {@code source[from..]} to {@code target[at..]}. */
  void upload(byte[] source, int from, int count, Buffer target, long at);

  /** Reads {@code count} reals from {@code source[at..]} into {@code target[to..]}. */
  void download(Buffer source, long at, float[] target, int to, int count);

  /** As the float version, exact on a double device. */
  void download(Buffer source, long at, double[] target, int to, int count);

  /** Reads {@code count} integers from {@code source[at..]} into {@code target[to..]}. */
  void download(Buffer source, long at, long[] target, int to, int count);

  /** Waits until every kernel started so far is done. */
  void synchronize();

  /** Whether work can become one launch here: see {@link #capture}. */
  default boolean captures() {
    return false;
  }

  /**
   * Runs {@code work} once without computing anything and gives its kernels as one launch. The work
   * has run before, so that the pool has every buffer it takes and libraries have chosen their
   * algorithms; buffers that it leaves out stay the work's, with contents defined by each replay.
   *
   * @throws CaptureException if it transfers, waits for the device or needs a new buffer; nothing
   *     is left behind
   * @throws UnsupportedOperationException if this device doesn't capture
   */
  default LaunchGraph capture(Runnable work) {
    throw new UnsupportedOperationException("device " + name() + " doesn't capture launches");
  }

  /** Elementwise functions. */
  PointwiseKernels pointwise();

  /** Matrix products. */
  MatrixKernels matrix();

  /** Convolution and its two gradients. */
  ConvolutionKernels convolution();

  /** Max and average pooling. */
  PoolingKernels pooling();

  /** Batch and layer normalisation, softmax. */
  NormalisationKernels normalisation();

  /** Sums and maxima. */
  ReductionKernels reduction();

  /** Neighbouring computations in one pass. */
  FusedKernels fused();

  /** Moving elements about. */
  LayoutKernels layout();

  /** Counter-based random numbers. */
  RandomKernels random();

  /** Parameter updates. */
  OptimiserKernels optimiser();

  /** Frees everything; no buffer of this device may be used afterwards. */
  @Override
  void close();
}
