package ganengine.kernels.reference;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Buffer;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.UnaryFunction;

/** Pointwise kernels. */
final class ReferencePointwise implements PointwiseKernels {
  @Override
  public void fill(double value, Buffer out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void unary(UnaryFunction function, double p, double q, Buffer x, Buffer out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void binary(
      BinaryFunction function, double p, Broadcast broadcast, Buffer a, Buffer b, Buffer out) {
    throw new UnsupportedOperationException();
  }
}
