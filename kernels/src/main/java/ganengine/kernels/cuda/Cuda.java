package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.CaptureException;
import ganengine.kernels.ElementType;
import ganengine.kernels.LaunchGraph;
import ganengine.kernels.Precision;
import jcuda.driver.CUcontext;
import jcuda.driver.CUgraph;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.CUstreamCaptureMode;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;

/**
 * What every kernel family of the {@code cuda} device is made of: one card, one context, one
 * stream, the pool, the staging memory, the kernels of ours.
 */
final class Cuda implements AutoCloseable {
  private final Card card;
  private final Precision precision;
  private final boolean deterministic;
  private final CUcontext context = new CUcontext();
  private final CUstream stream = new CUstream();
  private final Capturing capturing = new Capturing();
  private final CudaPool pool;
  private final Staging staging;
  private final Launch launch;
  private final Kernels kernels;

  /**
   * Takes the first card; the libraries must be loaded.
   *
   * @param precision AUTO is TF32 where the card has it, else FP32
   * @param deterministic whether only algorithms that repeat their bits may be used
   */
  Cuda(Precision precision, boolean deterministic) {
    this.deterministic = deterministic;
    Status.driver(JCudaDriver.cuInit(0), "cuInit");
    card = Card.of(0);
    this.precision = card.resolve(precision);
    Status.driver(
        JCudaDriver.cuDevicePrimaryCtxRetain(context, card.device()), "cuDevicePrimaryCtxRetain");
    Status.driver(JCudaDriver.cuCtxSetCurrent(context), "cuCtxSetCurrent");
    Status.driver(
        JCudaDriver.cuStreamCreate(stream, CUstream_flags.CU_STREAM_NON_BLOCKING),
        "cuStreamCreate");
    pool = new CudaPool(stream, capturing);
    staging = new Staging(stream, capturing);
    launch = new Launch(stream);
    kernels = new Kernels(new KernelCompiler(card.capability()), KernelCache.ofUser(), launch);
  }

  Card card() {
    return card;
  }

  /** FP32, TF32 or BF16. */
  Precision precision() {
    return precision;
  }

  boolean deterministic() {
    return deterministic;
  }

  int multiprocessors() {
    return card.multiprocessors();
  }

  CUstream stream() {
    return stream;
  }

  CudaPool pool() {
    return pool;
  }

  Staging staging() {
    return staging;
  }

  /** Whether a launch is being captured: nothing is computed now. */
  boolean capturing() {
    return capturing.now();
  }

  /** The kernel {@code function} in {@code <file>.cu}, for float activations. */
  Kernel kernel(String file, String function) {
    return kernels.get(file, function, ElementType.REAL);
  }

  /** The kernel for activations of this type: REAL or BFLOAT16. */
  Kernel kernel(String file, String function, ElementType activations) {
    return kernels.get(file, function, activations);
  }

  /** Working memory from the pool, to be released when the kernels that use it are launched. */
  CudaBuffer scratch(long bytes) {
    return pool.take(ElementType.BYTE, bytes);
  }

  /** So many elements of working memory, as {@link #scratch(long)}. */
  CudaBuffer scratch(ElementType type, long count) {
    return pool.take(type, count);
  }

  /** Back to the pool; whoever takes it next writes after those who read it now. */
  void release(Buffer buffer) {
    pool.put(CudaBuffer.of(buffer));
  }

  void synchronize() {
    capturing.refuse("waiting for the card");
    Status.driver(JCudaDriver.cuStreamSynchronize(stream), "cuStreamSynchronize");
  }

  /** See {@link ganengine.kernels.Device#capture}. */
  LaunchGraph capture(Runnable work) {
    pool.beginReservation();
    CUgraph graph = new CUgraph();
    try {
      record(work, graph);
    } catch (RuntimeException e) {
      pool.endReservation().close();
      throw e;
    }
    return new CudaGraph(graph, stream, pool.endReservation());
  }

  private void record(Runnable work, CUgraph graph) {
    Status.driver(
        JCudaDriver.cuStreamBeginCapture(
            stream, CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_THREAD_LOCAL),
        "cuStreamBeginCapture");
    capturing.begin();
    try {
      work.run();
    } catch (RuntimeException e) {
      // The stream must leave capture mode; what it recorded so far is of no use.
      if (JCudaDriver.cuStreamEndCapture(stream, graph) == CUresult.CUDA_SUCCESS) {
        Status.driver(JCudaDriver.cuGraphDestroy(graph), "cuGraphDestroy");
      }
      // A library's call that is not allowed in a capture is no failure of the work itself.
      throw e instanceof CudaException ? new CaptureException(e.getMessage()) : e;
    } finally {
      capturing.end();
    }
    int status = JCudaDriver.cuStreamEndCapture(stream, graph);
    if (status != CUresult.CUDA_SUCCESS) {
      throw new CaptureException("cuStreamEndCapture: " + CUresult.stringFor(status));
    }
  }

  @Override
  public void close() {
    synchronize();
    kernels.close();
    staging.close();
    launch.close();
    pool.trim();
    Status.driver(JCudaDriver.cuStreamDestroy(stream), "cuStreamDestroy");
    Status.driver(
        JCudaDriver.cuDevicePrimaryCtxRelease(card.device()), "cuDevicePrimaryCtxRelease");
  }
}
