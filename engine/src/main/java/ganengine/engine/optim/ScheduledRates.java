package ganengine.engine.optim;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.stream.LongStream;

/** A schedule's numbers as a table on the device, whose entry a counter on the device picks. */
final class ScheduledRates {
  private final double[] onHost;
  private final Tensor onDevice;

  /** The rates of steps 0 to {@code count} - 1, in the innermost scope. */
  ScheduledRates(Schedule schedule, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a schedule needs at least 1 step, found " + count);
    }
    onHost = LongStream.range(0, count).mapToDouble(schedule::rate).toArray();
    onDevice = Tensor.of(Shape.of(count), onHost);
  }

  /** The rate of a step; the last one's beyond the table. */
  double rate(long step) {
    return onHost[(int) Math.min(step, onHost.length - 1)];
  }

  /** Writes the rate of the step that the counter says into a tensor of one element. */
  void write(Indices step, Tensor rate) {
    rate.device().layout().entry(onDevice.buffer(), step.buffer(), rate.buffer());
  }
}
