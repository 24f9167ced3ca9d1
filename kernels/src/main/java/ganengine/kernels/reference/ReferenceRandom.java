package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.Philox;
import ganengine.kernels.RandomKernels;
import ganengine.kernels.RandomStream;

/** Random numbers, a whole Philox block computed for each. */
final class ReferenceRandom implements RandomKernels {
  @Override
  public void uniform(RandomStream stream, Buffer step, double low, double high, Buffer out) {
    double[] target = ReferenceBuffer.reals(out);
    int[] words = new int[4];
    for (int i = 0; i < target.length; i++) {
      Philox.block(stream, ReferenceBuffer.integers(step)[0], i / 4, words);
      target[i] = low + (high - low) * Philox.uniform(words[i % 4]);
    }
  }

  @Override
  public void normal(RandomStream stream, Buffer step, double mean, double deviation, Buffer out) {
    double[] target = ReferenceBuffer.reals(out);
    int[] words = new int[4];
    double[] numbers = new double[4];
    for (int i = 0; i < target.length; i++) {
      Philox.block(stream, ReferenceBuffer.integers(step)[0], i / 4, words);
      Philox.normal(words[0], words[1], numbers, 0);
      Philox.normal(words[2], words[3], numbers, 2);
      target[i] = mean + deviation * numbers[i % 4];
    }
  }

  @Override
  public void mirror(RandomStream stream, Buffer step, Buffer indices) {
    long[] target = ReferenceBuffer.integers(indices);
    int[] words = new int[4];
    for (int i = 0; i < target.length; i++) {
      Philox.block(stream, ReferenceBuffer.integers(step)[0], i / 4, words);
      if (words[i % 4] < 0) {
        target[i] = ~target[i];
      }
    }
  }

  @Override
  public void advance(Buffer counter, long by) {
    ReferenceBuffer.integers(counter)[0] += by;
  }
}
