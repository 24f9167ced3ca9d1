package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.Reduction;
import ganengine.kernels.ReductionKernels;

/** Sums and maxima, one result at a time. */
final class ReferenceReduction implements ReductionKernels {
  @Override
  public void sum(Reduction size, Buffer x, Buffer y) {
    double[] input = ReferenceBuffer.reals(x);
    double[] output = ReferenceBuffer.reals(y);
    for (int o = 0; o < size.outer(); o++) {
      for (int i = 0; i < size.inner(); i++) {
        double sum = 0;
        for (int r = 0; r < size.reduced(); r++) {
          sum += input[(o * size.reduced() + r) * size.inner() + i];
        }
        output[o * size.inner() + i] = sum;
      }
    }
  }

  @Override
  public void max(Reduction size, Buffer x, Buffer y, Buffer indices) {
    double[] input = ReferenceBuffer.reals(x);
    double[] output = ReferenceBuffer.reals(y);
    long[] where = ReferenceBuffer.integers(indices);
    for (int o = 0; o < size.outer(); o++) {
      for (int i = 0; i < size.inner(); i++) {
        int largest = o * size.reduced() * size.inner() + i;
        for (int r = 1; r < size.reduced(); r++) {
          int at = (o * size.reduced() + r) * size.inner() + i;
          if (Largest.beats(input[at], input[largest])) {
            largest = at;
          }
        }
        output[o * size.inner() + i] = input[largest];
        where[o * size.inner() + i] = largest;
      }
    }
  }
}
