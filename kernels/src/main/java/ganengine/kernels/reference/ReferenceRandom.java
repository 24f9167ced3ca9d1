package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.RandomKernels;
import ganengine.kernels.RandomStream;

/** Random kernels. */
final class ReferenceRandom implements RandomKernels {
  @Override
  public void uniform(RandomStream stream, Buffer step, double low, double high, Buffer out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void normal(RandomStream stream, Buffer step, double mean, double deviation, Buffer out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void advance(Buffer counter, long by) {
    throw new UnsupportedOperationException();
  }
}
