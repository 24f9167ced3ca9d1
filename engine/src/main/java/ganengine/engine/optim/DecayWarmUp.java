package ganengine.engine.optim;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Dims;
import ganengine.kernels.PointwiseKernels;

/**
 * The first updates of a moving average, in which the random initial weights should be forgotten
 * soon: at update t, from 0, the decay is min(decay, (1 + t) / (10 + t)), as in TensorFlow's
 * ExponentialMovingAverage. The share 1 - decay of each update lies in a table on the device, where
 * a counter picks it.
 */
final class DecayWarmUp {
  /** Reached after a million updates; the table of a larger one would take much memory. */
  private static final double HIGHEST = 0.99999;

  private final ScheduledRates shares;
  private final Indices updates;
  private final Tensor share = Tensor.scalar(0);

  /** Buffers belong to the innermost scope; {@code updatesDone} 0 at the beginning. */
  DecayWarmUp(double decay, long updatesDone) {
    if (decay > HIGHEST) {
      throw new IllegalArgumentException(
          "a warm-up needs a decay of at most %s, found %s".formatted(HIGHEST, decay));
    }
    int length = 1 + (int) Math.ceil(Math.max(0, (10 * decay - 1) / (1 - decay)));
    shares = new ScheduledRates(t -> 1 - Math.min(decay, (1.0 + t) / (10 + t)), length);
    updates = Indices.of(updatesDone);
  }

  /** Takes the next decay. */
  void advance() {
    shares.write(updates, share);
    share.device().random().advance(updates.buffer(), 1);
  }

  /** average += (1 - decay) * (weight - average). */
  @SuppressWarnings("try") // The scope works by being open.
  void update(Parameter weight, Parameter average) {
    int size = weight.shape().elements();
    Broadcast same = Broadcast.same(size);
    Broadcast scalar = new Broadcast(Dims.of(size), Dims.of(1), Dims.of(0));
    PointwiseKernels kernels = weight.device().pointwise();
    try (Scope temporary = Scope.inference()) {
      Tensor change = Tensor.allocate(Shape.of(size));
      kernels.binary(
          BinaryFunction.SUBTRACT, 0, same, weight.buffer(), average.buffer(), change.buffer());
      kernels.binary(
          BinaryFunction.MULTIPLY, 0, scalar, change.buffer(), share.buffer(), change.buffer());
      kernels.binary(
          BinaryFunction.ADD, 0, same, average.buffer(), change.buffer(), average.buffer());
    }
  }
}
