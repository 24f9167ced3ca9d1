package ganengine.gan.train;

import ganengine.gan.data.Shuffle;

/**
 * Which images each step sees: every epoch in an order of its own, cut into batches, the rest that
 * fills no batch left out. A function of (seed, step), so nothing needs saving to resume.
 */
final class Batches {
  private final long seed;
  private final int images;
  private final int batch;
  private final long[] numbers;
  private long orderedEpoch = -1;
  private int[] order;

  Batches(long seed, int images, int batch) {
    this.seed = seed;
    this.images = images;
    this.batch = batch;
    this.numbers = new long[batch];
  }

  /** Steps in one pass over the data. */
  int perEpoch() {
    return images / batch;
  }

  /** Passes over the data after this many steps. */
  double epoch(long steps) {
    return (double) steps / perEpoch();
  }

  /**
   * The numbers of the images that step number {@code step}, from 0, sees; valid until the next
   * call.
   */
  long[] numbers(long step) {
    long epoch = step / perEpoch();
    if (epoch != orderedEpoch) {
      order = Shuffle.order(seed, epoch, images);
      orderedEpoch = epoch;
    }
    int from = (int) (step % perEpoch()) * batch;
    for (int i = 0; i < batch; i++) {
      numbers[i] = order[from + i];
    }
    return numbers;
  }
}
