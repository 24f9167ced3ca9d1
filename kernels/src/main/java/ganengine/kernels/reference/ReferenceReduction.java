package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.Reduction;
import ganengine.kernels.ReductionKernels;

/** Reduction kernels. */
final class ReferenceReduction implements ReductionKernels {
  @Override
  public void sum(Reduction size, Buffer x, Buffer y) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void max(Reduction size, Buffer x, Buffer y, Buffer indices) {
    throw new UnsupportedOperationException();
  }
}
