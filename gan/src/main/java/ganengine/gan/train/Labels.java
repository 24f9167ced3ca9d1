package ganengine.gan.train;

import ganengine.engine.op.Binary;
import ganengine.engine.op.Slice;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * Labels as one-hot vectors, made on the device. Numbers there are real, so a class c is whatever
 * lies in [c, c + 1).
 */
final class Labels {
  private final int classes;

  /** 0, 1, ..., classes: where each class begins and the last one ends. */
  private final Tensor bounds;

  /** For the innermost scope. */
  Labels(int classes) {
    this.classes = classes;
    this.bounds =
        Tensor.of(
            Shape.of(1, classes + 1),
            IntStream.rangeClosed(0, classes).mapToDouble(c -> c).toArray());
  }

  int classes() {
    return classes;
  }

  /** One-hot vectors of classes that are equally likely: [count, classes]. */
  Tensor draw(int count, RandomSource random) {
    return vectors(random.uniform(Shape.of(count, 1), 0, classes));
  }

  /**
   * One-hot vectors, [count, classes].
   *
   * @param numbers [count, 1], each in [0, classes)
   */
  Tensor vectors(Tensor numbers) {
    Tensor below = Unary.below(Binary.subtract(numbers, bounds), 0, 1);
    return Binary.subtract(
        Slice.slice(below, 1, 1, classes + 1), Slice.slice(below, 1, 0, classes));
  }
}
