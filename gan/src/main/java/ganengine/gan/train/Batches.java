package ganengine.gan.train;

import ganengine.engine.tensor.Indices;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.Packs;
import ganengine.gan.data.StackedDigits;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which images each batch holds: every epoch in an order of its own, cut into batches, the rest
 * that fills no batch left out. Where images are judged in packs, an epoch has as many packs as
 * there are images, each image in several. A function of (seed, batch's number), so nothing needs
 * saving to resume. The order lies on the device, where a counter says whose turn it is: drawing
 * needs nothing from the host.
 */
final class Batches {
  private final long seed;
  private final DataSet data;
  private final int batch;
  private final int pack;
  private final Indices order;
  private final Indices number = Indices.of(0);
  private final Indices picked;
  private final Indices places;
  private final Indices zero = Indices.of(0);
  private long[] orderOnHost;
  private long orderedEpoch = -1;

  /**
   * Begins at batch 0; buffers belong to the innermost scope.
   *
   * @param batch packs in a batch
   * @param pack images in a pack
   */
  Batches(long seed, DataSet data, int batch, int pack) {
    this.seed = seed;
    this.data = data;
    this.batch = batch;
    this.pack = pack;
    int numbers = Math.multiplyExact(pack, numbersEach());
    this.order = Indices.allocate(Math.multiplyExact(data.count(), numbers));
    this.picked = Indices.allocate(Math.multiplyExact(batch, numbers));
    this.places = places(picked.count());
  }

  /** Numbers that name an image: a stack is of three. */
  private int numbersEach() {
    return data instanceof StackedDigits ? StackedDigits.DEPTH : 1;
  }

  /** Batches in one pass over the data. */
  int perEpoch() {
    return data.count() / batch;
  }

  /** Passes over the data after this many batches. */
  double epoch(long batches) {
    return (double) batches / perEpoch();
  }

  /** Real images in this many batches. */
  long images(long batches) {
    return batches * batch * pack;
  }

  /** The numbers of so many images, evenly from the first to the last. */
  long[] spread(int count) {
    return named(
        IntStream.range(0, count).map(i -> (int) ((long) i * data.count() / count)).toArray(), 0);
  }

  /** Goes on as if this many batches had been drawn. */
  void startAt(long batches) {
    number.set(batches);
  }

  /**
   * To be called before the batch of this number, from 0, is drawn: uploads the order where an
   * epoch begins.
   */
  void prepare(long next) {
    long epoch = next / perEpoch();
    if (epoch != orderedEpoch) {
      orderOnHost = named(Packs.shuffled(seed, epoch, data.count(), pack), epoch);
      order.set(orderOnHost);
      orderedEpoch = epoch;
    }
  }

  /** The numbers of the images of the batch that was prepared last, for the host. */
  long[] numbers(long prepared) {
    int from = Math.toIntExact(prepared % perEpoch()) * picked.count();
    return Arrays.copyOfRange(orderOnHost, from, from + picked.count());
  }

  /** 0, 1 and on: the places of a batch that was put on a stage. Valid until the next call. */
  Indices drawPlaces() {
    order.device().layout().window(picked.count(), places.buffer(), zero.buffer(), picked.buffer());
    return picked;
  }

  /** The numbers 0, 1 and on. */
  static Indices places(int count) {
    return Indices.of(LongStream.range(0, count).toArray());
  }

  /** What names these images on the device in this epoch. */
  private long[] named(int[] images, long epoch) {
    int[] numbers =
        data instanceof StackedDigits stacks ? stacks.inEpoch(epoch).triples(images) : images;
    return Arrays.stream(numbers).asLongStream().toArray();
  }

  /** The numbers of the next batch's images, pack by pack; valid until the next call. */
  Indices draw() {
    order
        .device()
        .layout()
        .window(picked.count(), order.buffer(), number.buffer(), picked.buffer());
    order.device().random().advance(number.buffer(), 1);
    return picked;
  }
}
