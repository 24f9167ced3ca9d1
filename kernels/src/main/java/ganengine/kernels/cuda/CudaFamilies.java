package ganengine.kernels.cuda;

import ganengine.kernels.ConvolutionKernels;
import ganengine.kernels.FusedKernels;
import ganengine.kernels.LayoutKernels;
import ganengine.kernels.MatrixKernels;
import ganengine.kernels.NormalisationKernels;
import ganengine.kernels.OptimiserKernels;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.PoolingKernels;
import ganengine.kernels.RandomKernels;
import ganengine.kernels.ReductionKernels;
import java.util.ArrayDeque;
import java.util.Deque;

/** The kernel families of the {@code cuda} device, and the one place that chooses between them. */
final class CudaFamilies implements AutoCloseable {
  /** What to close, last opened first. */
  private final Deque<Runnable> closing = new ArrayDeque<>();

  private final CudnnHandle cudnn;
  private final PointwiseKernels pointwise;
  private final MatrixKernels matrix;
  private final ConvolutionKernels convolution;
  private final PoolingKernels pooling;
  private final NormalisationKernels normalisation;
  private final ReductionKernels reduction;
  private final LayoutKernels layout;
  private final RandomKernels random;
  private final OptimiserKernels optimiser;
  private final FusedKernels fused;

  CudaFamilies(Cuda cuda) {
    CublasHandle cublas = new CublasHandle(cuda);
    cudnn = new CudnnHandle(cuda.stream());
    closing.push(cublas::close);
    closing.push(cudnn::close);
    pointwise = pointwise(cuda);
    matrix = new CublasMatrix(cuda, cublas);
    convolution = convolution(cuda);
    pooling = new CudaPooling(cuda);
    normalisation = normalisation(cuda);
    reduction = new CudaReduction(cuda);
    layout = new CudaLayout(cuda);
    random = new CudaRandom(cuda);
    optimiser = new CudaOptimiser(cuda);
    fused = new CudaFused(cuda);
  }

  /** Tanh and sigmoid by cuDNN if {@code ganengine.cuda.activation} is {@code cudnn}. */
  private PointwiseKernels pointwise(Cuda cuda) {
    PointwiseKernels own = new CudaPointwise(cuda);
    if (KernelOrigin.of("activation") == KernelOrigin.OWN) {
      return own;
    }
    CudnnActivation activation = new CudnnActivation(cudnn, own);
    closing.push(activation::close);
    return activation;
  }

  private ConvolutionKernels convolution(Cuda cuda) {
    CudnnConvolution plans = new CudnnConvolution(cuda, cudnn);
    closing.push(plans::close);
    return plans;
  }

  /** Batch norm in training by cuDNN if {@code ganengine.cuda.batchNorm} is {@code cudnn}. */
  private NormalisationKernels normalisation(Cuda cuda) {
    NormalisationKernels own = new CudaNormalisation(cuda);
    if (KernelOrigin.of("batchNorm") == KernelOrigin.OWN) {
      return own;
    }
    CudnnBatchNorm batchNorm = new CudnnBatchNorm(cuda, cudnn, own, pointwise);
    closing.push(batchNorm::close);
    return batchNorm;
  }

  PointwiseKernels pointwise() {
    return pointwise;
  }

  MatrixKernels matrix() {
    return matrix;
  }

  ConvolutionKernels convolution() {
    return convolution;
  }

  PoolingKernels pooling() {
    return pooling;
  }

  NormalisationKernels normalisation() {
    return normalisation;
  }

  ReductionKernels reduction() {
    return reduction;
  }

  LayoutKernels layout() {
    return layout;
  }

  RandomKernels random() {
    return random;
  }

  OptimiserKernels optimiser() {
    return optimiser;
  }

  FusedKernels fused() {
    return fused;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }
}
