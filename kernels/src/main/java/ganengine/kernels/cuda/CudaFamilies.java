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

/** The kernel families of the {@code cuda} device, and the one place that chooses between them. */
final class CudaFamilies implements AutoCloseable {
  private final CublasHandle cublas;
  private final CudnnHandle cudnn;
  private final PointwiseKernels pointwise;
  private final MatrixKernels matrix;
  private final CudnnConvolution convolution;
  private final PoolingKernels pooling;
  private final NormalisationKernels normalisation;
  private final ReductionKernels reduction;
  private final LayoutKernels layout;
  private final RandomKernels random;
  private final OptimiserKernels optimiser;
  private final FusedKernels fused;

  CudaFamilies(Cuda cuda) {
    pointwise = new CudaPointwise(cuda);
    cublas = new CublasHandle(cuda);
    cudnn = new CudnnHandle(cuda.stream());
    matrix = new CublasMatrix(cuda, cublas);
    convolution = new CudnnConvolution(cuda, cudnn);
    pooling = new CudaPooling(cuda);
    normalisation = new CudaNormalisation(cuda);
    reduction = new CudaReduction(cuda);
    layout = new CudaLayout(cuda);
    random = new CudaRandom(cuda);
    optimiser = new CudaOptimiser(cuda);
    fused = new CudaFused(cuda);
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
    convolution.close();
    cudnn.close();
    cublas.close();
  }
}
