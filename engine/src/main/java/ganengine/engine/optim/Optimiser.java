package ganengine.engine.optim;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.tensor.Parameter;
import java.util.Map;

/**
 * Updates the trainable parameters of a network in place. Its buffers belong to the scope that was
 * innermost when it was made. What {@link #state}, {@link #steps} and {@link #learningRate} say is
 * all there is to keep for a run to go on bit for bit.
 */
public interface Optimiser {
  /** The kind, as it stands before the names of its state: {@code adam}. */
  String name();

  /**
   * One update of all parameters.
   *
   * @throws IllegalArgumentException if the gradients lack a parameter of this optimiser
   */
  void step(Gradients gradients);

  /** The factor of the next update; waits for the device where a schedule says it. */
  double learningRate();

  /** Sets the factor from the next update on and ends a schedule; cheap where nothing changes. */
  void learningRate(double rate);

  /**
   * From the next update on, each takes the rate of its step: 0 at the very first, whatever {@link
   * #steps} says now. The rates are put on the device here, for the innermost scope, and picked
   * there, so that a captured step follows the schedule.
   *
   * @param steps how many rates; later updates take the last of them
   */
  void schedule(Schedule schedule, int steps);

  /** How many updates there have been; waits for the device. */
  long steps();

  /** Continues counting from here. */
  void steps(long count);

  /** The buffers, called {@code adam.m.<parameter>} for example; empty where there are none. */
  Map<String, Parameter> state();
}
