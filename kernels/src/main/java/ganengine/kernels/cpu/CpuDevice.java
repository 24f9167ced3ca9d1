package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.ConvolutionKernels;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
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

/** The {@code cpu} device. */
public final class CpuDevice implements Device {
  private final CpuArena arena = new CpuArena();
  private final CpuThreads threads;
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

  /** Opens the device with its own threads. */
  public CpuDevice(DeviceOptions options) {
    threads = new CpuThreads(options.resolvedThreads());
    pointwise = new CpuPointwise(threads);
    MicroKernel kernel = Lanes.microKernel();
    PackedProduct packed = new PackedProduct(threads, kernel);
    SplitProduct product = new SplitProduct(threads, packed);
    matrix = new CpuMatrix(threads, product, packed.scratch());
    convolution = new CpuConvolution(threads, kernel, packed, product);
    pooling = new CpuPooling(threads);
    normalisation = new CpuNormalisation(threads);
    reduction = new CpuReduction(threads);
    fused = new CpuFused(threads);
    layout = new CpuLayout(threads);
    random = new CpuRandom(threads);
    optimiser = new CpuOptimiser(threads);
  }

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public String description() {
    return "cpu: float, %s, %d thread%s"
        .formatted(Lanes.description(), threads.count(), threads.count() == 1 ? "" : "s");
  }

  @Override
  public int realBytes() {
    return Float.BYTES;
  }

  @Override
  public Buffer allocate(ElementType type, long length) {
    return arena.take(type, length);
  }

  @Override
  public void release(Buffer buffer) {
    arena.put(CpuBuffer.of(buffer));
  }

  @Override
  public MemoryUse memory() {
    return arena.use();
  }

  @Override
  public void resetPeakMemory() {
    arena.resetPeak();
  }

  @Override
  public void trimMemory() {
    arena.trim();
  }

  @Override
  public void upload(float[] source, int from, int count, Buffer target, long at) {
    CpuBuffer to = CpuBuffer.of(target);
    System.arraycopy(source, from, to.reals, to.offset + (int) at, count);
  }

  @Override
  public void upload(double[] source, int from, int count, Buffer target, long at) {
    CpuBuffer to = CpuBuffer.of(target);
    for (int i = 0; i < count; i++) {
      to.reals[to.offset + (int) at + i] = (float) source[from + i];
    }
  }

  @Override
  public void upload(long[] source, int from, int count, Buffer target, long at) {
    System.arraycopy(source, from, CpuBuffer.of(target).integers, (int) at, count);
  }

  @Override
  public void upload(byte[] source, int from, int count, Buffer target, long at) {
    System.arraycopy(source, from, CpuBuffer.of(target).bytes, (int) at, count);
  }

  @Override
  public void download(Buffer source, long at, float[] target, int to, int count) {
    CpuBuffer from = CpuBuffer.of(source);
    System.arraycopy(from.reals, from.offset + (int) at, target, to, count);
  }

  @Override
  public void download(Buffer source, long at, double[] target, int to, int count) {
    CpuBuffer from = CpuBuffer.of(source);
    for (int i = 0; i < count; i++) {
      target[to + i] = from.reals[from.offset + (int) at + i];
    }
  }

  @Override
  public void download(Buffer source, long at, long[] target, int to, int count) {
    System.arraycopy(CpuBuffer.of(source).integers, (int) at, target, to, count);
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
    arena.trim();
    threads.close();
  }
}
