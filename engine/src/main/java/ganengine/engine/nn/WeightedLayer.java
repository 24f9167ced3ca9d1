package ganengine.engine.nn;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;

/** A linear layer that can be run with another weight in place of its own. */
public interface WeightedLayer extends FusableLayer {
  /** Its weight, [out, ...]. */
  Parameter weight();

  /** The layer's output with this weight, of {@link #weight}'s shape, then the activation. */
  Tensor forward(Tensor input, Tensor weight, Activation activation);

  @Override
  default Tensor forward(Tensor input, Pass pass, Activation activation) {
    return forward(input, weight(), activation);
  }
}
