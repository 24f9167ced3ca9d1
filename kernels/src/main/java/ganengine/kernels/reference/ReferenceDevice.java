package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.ConvolutionKernels;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import ganengine.kernels.FusedKernels;
import ganengine.kernels.LayoutKernels;
import ganengine.kernels.MatrixKernels;
import ganengine.kernels.MemoryUse;
import ganengine.kernels.NormalisationKernels;
import ganengine.kernels.OptimiserKernels;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.PoolingKernels;
import ganengine.kernels.RandomKernels;
import ganengine.kernels.ReductionKernels;

/** The {@code reference} device. */
public final class ReferenceDevice implements Device {
  private final ReferencePool pool = new ReferencePool();
  private final PointwiseKernels pointwise;
  private final MatrixKernels matrix;
  private final ConvolutionKernels convolution;
  private final PoolingKernels pooling;
  private final NormalisationKernels normalisation;
  private final ReductionKernels reduction;
  private final FusedKernels fused;
  private final LayoutKernels layout;
  private final RandomKernels random;
  private final OptimiserKernels optimiser;

  /** Opens the device. */
  public ReferenceDevice() {
    pointwise = new ReferencePointwise();
    matrix = new ReferenceMatrix();
    convolution = new ReferenceConvolution();
    pooling = new ReferencePooling();
    normalisation = new ReferenceNormalisation();
    reduction = new ReferenceReduction();
    fused = new ReferenceFused();
    layout = new ReferenceLayout();
    random = new ReferenceRandom();
    optimiser = new ReferenceOptimiser();
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public String description() {
    return "reference: double, textbook loops, 1 thread";
  }

  @Override
  public int realBytes() {
    return Double.BYTES;
  }

  @Override
  public Buffer allocate(ElementType type, long length) {
    return pool.take(type, length);
  }

  @Override
  public void release(Buffer buffer) {
    pool.put(ReferenceBuffer.of(buffer));
  }

  @Override
  public MemoryUse memory() {
    return pool.use();
  }

  @Override
  public void resetPeakMemory() {
    pool.resetPeak();
  }

  @Override
  public void trimMemory() {
    pool.trim();
  }

  @Override
  public void upload(float[] source, int from, int count, Buffer target, long at) {
    double[] to = ReferenceBuffer.reals(target);
    for (int i = 0; i < count; i++) {
      to[(int) at + i] = source[from + i];
    }
  }

  @Override
  public void upload(double[] source, int from, int count, Buffer target, long at) {
    System.arraycopy(source, from, ReferenceBuffer.reals(target), (int) at, count);
  }

  @Override
  public void upload(long[] source, int from, int count, Buffer target, long at) {
    System.arraycopy(source, from, ReferenceBuffer.integers(target), (int) at, count);
  }

  @Override
  public void upload(byte[] source, int from, int count, Buffer target, long at) {
    System.arraycopy(source, from, ReferenceBuffer.bytes(target), (int) at, count);
  }

  @Override
  public void download(Buffer source, long at, float[] target, int to, int count) {
    double[] from = ReferenceBuffer.reals(source);
    for (int i = 0; i < count; i++) {
      target[to + i] = (float) from[(int) at + i];
    }
  }

  @Override
  public void download(Buffer source, long at, double[] target, int to, int count) {
    System.arraycopy(ReferenceBuffer.reals(source), (int) at, target, to, count);
  }

  @Override
  public void download(Buffer source, long at, long[] target, int to, int count) {
    System.arraycopy(ReferenceBuffer.integers(source), (int) at, target, to, count);
  }

  @Override
  public void synchronize() {}

  @Override
  public PointwiseKernels pointwise() {
    return pointwise;
  }

  @Override
  public MatrixKernels matrix() {
    return matrix;
  }

  @Override
  public ConvolutionKernels convolution() {
    return convolution;
  }

  @Override
  public PoolingKernels pooling() {
    return pooling;
  }

  @Override
  public NormalisationKernels normalisation() {
    return normalisation;
  }

  @Override
  public ReductionKernels reduction() {
    return reduction;
  }

  @Override
  public FusedKernels fused() {
    return fused;
  }

  @Override
  public LayoutKernels layout() {
    return layout;
  }

  @Override
  public RandomKernels random() {
    return random;
  }

  @Override
  public OptimiserKernels optimiser() {
    return optimiser;
  }

  @Override
  public void close() {
    pool.trim();
  }
}
