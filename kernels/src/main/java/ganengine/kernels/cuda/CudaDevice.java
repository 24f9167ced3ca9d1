package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.ConvolutionKernels;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.ElementType;
import ganengine.kernels.FusedKernels;
import ganengine.kernels.LaunchGraph;
import ganengine.kernels.LayoutKernels;
import ganengine.kernels.MatrixKernels;
import ganengine.kernels.MemoryUse;
import ganengine.kernels.NormalisationKernels;
import ganengine.kernels.OptimiserKernels;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.PoolingKernels;
import ganengine.kernels.Precision;
import ganengine.kernels.RandomKernels;
import ganengine.kernels.ReductionKernels;

/** The {@code cuda} device: the first NVIDIA card. */
public final class CudaDevice implements Device {
  private final Cuda cuda;
  private final CudaFamilies families;
  private final Transfers transfers;

  /**
   * Opens the card; {@link ganengine.kernels.cuda.library.CudaLibraries} must have been loaded.
   *
   * @throws ganengine.kernels.DeviceUnavailableException if the card lacks the precision asked for
   */
  public CudaDevice(DeviceOptions options) {
    cuda = new Cuda(options.precision(), options.deterministic());
    families = new CudaFamilies(cuda);
    transfers = new Transfers(cuda.staging());
  }

  @Override
  public String name() {
    return "cuda";
  }

  @Override
  public String description() {
    return "cuda: %s, %s, compute capability %s, %s"
        .formatted(
            switch (cuda.precision()) {
              case BF16 -> "bfloat16";
              case TF32 -> "float with TF32 products";
              case FP32, AUTO -> "float";
            },
            cuda.card().name(),
            cuda.card().capabilityText(),
            CudaPool.size(cuda.card().memory()));
  }

  @Override
  public int realBytes() {
    return Float.BYTES;
  }

  @Override
  public ElementType activationType() {
    return cuda.precision() == Precision.BF16 ? ElementType.BFLOAT16 : ElementType.REAL;
  }

  @Override
  public Buffer allocate(ElementType type, long length) {
    return cuda.pool().take(type, length);
  }

  @Override
  public void release(Buffer buffer) {
    cuda.release(buffer);
  }

  @Override
  public MemoryUse memory() {
    return cuda.pool().use();
  }

  @Override
  public void resetPeakMemory() {
    cuda.pool().resetPeak();
  }

  @Override
  public void trimMemory() {
    cuda.pool().trim();
  }

  @Override
  public void upload(float[] source, int from, int count, Buffer target, long at) {
    transfers.upload(source, from, count, CudaBuffer.of(target), at);
  }

  @Override
  public void upload(double[] source, int from, int count, Buffer target, long at) {
    transfers.upload(source, from, count, CudaBuffer.of(target), at);
  }

  @Override
  public void upload(long[] source, int from, int count, Buffer target, long at) {
    transfers.upload(source, from, count, CudaBuffer.of(target), at);
  }

  @Override
  public void upload(byte[] source, int from, int count, Buffer target, long at) {
    transfers.upload(source, from, count, CudaBuffer.of(target), at);
  }

  @Override
  public void download(Buffer source, long at, float[] target, int to, int count) {
    transfers.download(CudaBuffer.of(source), at, target, to, count);
  }

  @Override
  public void download(Buffer source, long at, double[] target, int to, int count) {
    transfers.download(CudaBuffer.of(source), at, target, to, count);
  }

  @Override
  public void download(Buffer source, long at, long[] target, int to, int count) {
    transfers.download(CudaBuffer.of(source), at, target, to, count);
  }

  @Override
  public void synchronize() {
    cuda.synchronize();
  }

  @Override
  public boolean captures() {
    return true;
  }

  @Override
  public LaunchGraph capture(Runnable work) {
    return cuda.capture(work);
  }

  @Override
  public PointwiseKernels pointwise() {
    return families.pointwise();
  }

  @Override
  public MatrixKernels matrix() {
    return families.matrix();
  }

  @Override
  public ConvolutionKernels convolution() {
    return families.convolution();
  }

  @Override
  public PoolingKernels pooling() {
    return families.pooling();
  }

  @Override
  public NormalisationKernels normalisation() {
    return families.normalisation();
  }

  @Override
  public ReductionKernels reduction() {
    return families.reduction();
  }

  @Override
  public LayoutKernels layout() {
    return families.layout();
  }

  @Override
  public RandomKernels random() {
    return families.random();
  }

  @Override
  public OptimiserKernels optimiser() {
    return families.optimiser();
  }

  @Override
  public FusedKernels fused() {
    return families.fused();
  }

  @Override
  public void close() {
    families.close();
    cuda.close();
  }
}
