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

  /** The factor of the next update. */
  double learningRate();

  /** Sets the factor from the next update on; cheap where it stays the same. */
  void learningRate(double rate);

  /** How many updates there have been; waits for the device. */
  long steps();

  /** Continues counting from here. */
  void steps(long count);

  /** The buffers, called {@code adam.m.<parameter>} for example; empty where there are none. */
  Map<String, Parameter> state();
}
