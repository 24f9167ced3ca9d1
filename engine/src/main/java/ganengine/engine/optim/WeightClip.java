package ganengine.engine.optim;

import ganengine.engine.tensor.Parameter;
import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import java.util.Collection;

/**
 * Keeps every trainable weight within [-limit, limit], as WGAN demands of its critic (Arjovsky et
 * al. 2017, algorithm 1, limit 0.01).
 */
public final class WeightClip {
  private final double limit;
  private final Device device;
  private final Buffer[] weights;

  /**
   * Clips these parameters; those that are not trainable are left alone.
   *
   * @param parameters at least one
   */
  public WeightClip(Collection<Parameter> parameters, double limit) {
    this.limit = limit;
    this.device = parameters.iterator().next().device();
    this.weights =
        parameters.stream()
            .filter(Parameter::trainable)
            .map(Parameter::buffer)
            .toArray(Buffer[]::new);
  }

  /** To be called after each update. */
  public void apply() {
    device.optimiser().clipValues(limit, weights);
  }
}
