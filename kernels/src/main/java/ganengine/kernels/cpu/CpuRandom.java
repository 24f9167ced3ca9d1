package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Philox;
import ganengine.kernels.RandomKernels;
import ganengine.kernels.RandomStream;

/** Random numbers, Philox block by block: four numbers each, in any order and on any thread. */
final class CpuRandom implements RandomKernels {
  /** Blocks of a piece. */
  private static final int GRAIN = 1 << 9;

  private final CpuThreads threads;

  CpuRandom(CpuThreads threads) {
    this.threads = threads;
  }

  @Override
  public void uniform(RandomStream stream, Buffer step, double low, double high, Buffer out) {
    blocks(
        stream,
        step,
        out,
        (words, numbers) -> {
          for (int i = 0; i < 4; i++) {
            numbers[i] = low + (high - low) * Philox.uniform(words[i]);
          }
        });
  }

  @Override
  public void normal(RandomStream stream, Buffer step, double mean, double deviation, Buffer out) {
    blocks(
        stream,
        step,
        out,
        (words, numbers) -> {
          Philox.normal(words[0], words[1], numbers, 0);
          Philox.normal(words[2], words[3], numbers, 2);
          for (int i = 0; i < 4; i++) {
            numbers[i] = mean + deviation * numbers[i];
          }
        });
  }

  /** Turns a block's four words into its four numbers. */
  private interface Distribution {
    void draw(int[] words, double[] numbers);
  }

  private void blocks(RandomStream stream, Buffer step, Buffer out, Distribution distribution) {
    CpuBuffer target = CpuBuffer.of(out);
    long now = CpuBuffer.of(step).integers[0];
    threads.ranges(
        (target.size() + 3) / 4,
        GRAIN,
        (from, to) -> {
          int[] words = new int[4];
          double[] numbers = new double[4];
          for (int block = from; block < to; block++) {
            Philox.block(stream, now, block, words);
            distribution.draw(words, numbers);
            for (int i = 4 * block; i < Math.min(4 * block + 4, target.size()); i++) {
              target.reals[target.offset + i] = (float) numbers[i % 4];
            }
          }
        });
  }

  @Override
  public void mirror(RandomStream stream, Buffer step, Buffer indices) {
    long[] target = CpuBuffer.of(indices).integers;
    long now = CpuBuffer.of(step).integers[0];
    int[] words = new int[4];
    for (int i = 0; i < target.length; i++) {
      if (i % 4 == 0) {
        Philox.block(stream, now, i / 4, words);
      }
      if (words[i % 4] < 0) {
        target[i] = ~target[i];
      }
    }
  }

  @Override
  public void advance(Buffer counter, long by) {
    CpuBuffer.of(counter).integers[0] += by;
  }
}
