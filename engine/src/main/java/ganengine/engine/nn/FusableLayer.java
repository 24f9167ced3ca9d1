package ganengine.engine.nn;

import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;

/**
 * A layer whose last pass over memory can apply an activation as well. {@link Sequential} lets it,
 * where an {@link ganengine.engine.nn.Activation} follows.
 */
public interface FusableLayer extends Module {
  /**
   * The activation of this layer's output: the numbers, up to rounding, that the layer followed by
   * the activation's own layer gives.
   */
  Tensor forward(Tensor input, Pass pass, Activation activation);

  @Override
  default Tensor forward(Tensor input, Pass pass) {
    return forward(input, pass, Activation.NONE);
  }
}
