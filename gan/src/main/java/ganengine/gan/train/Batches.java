package ganengine.gan.train;

import ganengine.engine.tensor.Indices;
import ganengine.gan.data.Shuffle;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Which images each step sees: every epoch in an order of its own, cut into batches, the rest that
 * fills no batch left out. A function of (seed, step), so nothing needs saving to resume. The order
 * lies on the device, where a counter says whose turn it is: a step needs nothing from the host.
 */
final class Batches {
  private final long seed;
  private final int images;
  private final int batch;
  private final Indices order;
  private final Indices step = Indices.of(0);
  private final Indices picked;
  private long orderedEpoch = -1;

  /** Begins at step 0; buffers belong to the innermost scope. */
  Batches(long seed, int images, int batch) {
    this.seed = seed;
    this.images = images;
    this.batch = batch;
    this.order = Indices.allocate(images);
    this.picked = Indices.allocate(batch);
  }

  /** Steps in one pass over the data. */
  int perEpoch() {
    return images / batch;
  }

  /** Passes over the data after this many steps. */
  double epoch(long steps) {
    return (double) steps / perEpoch();
  }

  /** The numbers of so many images, evenly from the first to the last. */
  long[] spread(int count) {
    return LongStream.range(0, count).map(i -> i * images / count).toArray();
  }

  /** Goes on as if this many steps had been drawn for. */
  void startAt(long steps) {
    step.set(steps);
  }

  /**
   * To be called before the step of this number, from 0, draws: uploads the order where an epoch
   * begins.
   */
  void prepare(long number) {
    long epoch = number / perEpoch();
    if (epoch != orderedEpoch) {
      order.set(Arrays.stream(Shuffle.order(seed, epoch, images)).asLongStream().toArray());
      orderedEpoch = epoch;
    }
  }

  /** The numbers of the next step's images: [batch]; valid until the next call. */
  Indices draw() {
    order.device().layout().window(batch, order.buffer(), step.buffer(), picked.buffer());
    order.device().random().advance(step.buffer(), 1);
    return picked;
  }
}
