package ganengine.engine.optim;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Tensor;

/**
 * A number that a {@link Schedule} moves from one update to the next, on the device, so that a
 * captured step follows it: a penalty's weight, for example. All values lie in a table there, whose
 * entry a counter picks. Buffers belong to the innermost scope.
 */
public final class ScheduledNumber {
  private final ScheduledRates table;
  private final Indices updates = Indices.of(0);
  private final Tensor value = Tensor.scalar(0);

  /**
   * Begins at update 0.
   *
   * @param updates how many values the table has; later updates take the last of them
   */
  public ScheduledNumber(Schedule schedule, int updates) {
    table = new ScheduledRates(schedule, updates);
  }

  /** Takes the value of the next update. */
  public void advance() {
    table.write(updates, value);
    value.device().random().advance(updates.buffer(), 1);
  }

  /** The value of the update that {@link #advance} was last called for: a scalar, 0 before. */
  public Tensor value() {
    return value;
  }

  /** Goes on as if there had been this many updates. */
  public void updates(long done) {
    updates.set(done);
  }
}
