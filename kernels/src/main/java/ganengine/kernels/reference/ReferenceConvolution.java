package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.ConvolutionKernels;

/** Convolution kernels. */
final class ReferenceConvolution implements ConvolutionKernels {
  @Override
  public void forward(Convolution size, Buffer x, Buffer filter, Buffer y) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void inputGradient(Convolution size, Buffer gradY, Buffer filter, Buffer gradX) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void filterGradient(Convolution size, Buffer x, Buffer gradY, Buffer gradFilter) {
    throw new UnsupportedOperationException();
  }
}
