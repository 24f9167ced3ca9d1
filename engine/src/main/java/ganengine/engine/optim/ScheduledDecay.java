package ganengine.engine.optim;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Dims;
import ganengine.kernels.PointwiseKernels;

/**
 * The updates of a moving average whose decay changes. What is scheduled on the device is the share
 * 1 - decay, which keeps more digits than the decay where that is near 1.
 */
final class ScheduledDecay {
  /** A warm-up reaches it after a million updates; the table of a larger one would be large. */
  private static final double HIGHEST = 0.99999;

  private final ScheduledNumber share;

  /** Decays of updates 0 to {@code updates} - 1; buffers belong to the innermost scope. */
  ScheduledDecay(Schedule decay, int updates) {
    share = new ScheduledNumber(t -> 1 - decay.rate(t), updates);
  }

  /**
   * min(decay, (1 + t) / (10 + t)) at update t, from 0, as in TensorFlow's
   * ExponentialMovingAverage.
   */
  static ScheduledDecay warmUp(double decay) {
    if (decay > HIGHEST) {
      throw new IllegalArgumentException(
          "a warm-up needs a decay of at most %s, found %s".formatted(HIGHEST, decay));
    }
    int length = 1 + (int) Math.ceil(Math.max(0, (10 * decay - 1) / (1 - decay)));
    return new ScheduledDecay(t -> Math.min(decay, (1.0 + t) / (10 + t)), length);
  }

  void updates(long done) {
    share.updates(done);
  }

  /** Takes the next decay. */
  void advance() {
    share.advance();
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
          BinaryFunction.MULTIPLY,
          0,
          scalar,
          change.buffer(),
          share.value().buffer(),
          change.buffer());
      kernels.binary(
          BinaryFunction.ADD, 0, same, average.buffer(), change.buffer(), average.buffer());
    }
  }
}
