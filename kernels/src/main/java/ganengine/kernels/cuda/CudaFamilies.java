package ganengine.kernels.cuda;

import ganengine.kernels.ConvolutionKernels;
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
  private final Cuda cuda;

  CudaFamilies(Cuda cuda) {
    this.cuda = cuda;
  }

  PointwiseKernels pointwise() {
    throw new UnsupportedOperationException("not on this device yet");
  }

  MatrixKernels matrix() {
    throw new UnsupportedOperationException("not on this device yet");
  }

  ConvolutionKernels convolution() {
    throw new UnsupportedOperationException("not on this device yet");
  }

  PoolingKernels pooling() {
    throw new UnsupportedOperationException("not on this device yet");
  }

  NormalisationKernels normalisation() {
    throw new UnsupportedOperationException("not on this device yet");
  }

  ReductionKernels reduction() {
    throw new UnsupportedOperationException("not on this device yet");
  }

  LayoutKernels layout() {
    throw new UnsupportedOperationException("not on this device yet");
  }

  RandomKernels random() {
    throw new UnsupportedOperationException("not on this device yet");
  }

  OptimiserKernels optimiser() {
    throw new UnsupportedOperationException("not on this device yet");
  }

  @Override
  public void close() {}
}
