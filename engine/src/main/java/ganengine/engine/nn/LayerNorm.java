package ganengine.engine.nn;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Layer normalisation of each example over its last axes (Ba, Kiros, Hinton 2016), the same in
 * training and inference; WGAN-GP's critic uses it in place of batch norm. Parameters: {@code
 * gamma}, which begins at 1, and {@code beta}, at 0, both of the normalised axes' sizes.
 */
public final class LayerNorm implements Module {
  private static final double EPSILON = 1e-5;

  private final Parameter gamma;
  private final Parameter beta;

  /**
   * Epsilon 1e-5.
   *
   * @param sizes of the normalised axes: [channels], or [height, width, channels]
   */
  public LayerNorm(int... sizes) {
    Shape shape = Shape.of(sizes);
    this.gamma = Parameter.trainable("gamma", Tensor.full(shape, 1));
    this.beta = Parameter.trainable("beta", Tensor.full(shape, 0));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return ganengine.engine.op.LayerNorm.layerNorm(input, gamma, beta, EPSILON);
  }

  @Override
  public Map<String, Parameter> state() {
    Map<String, Parameter> state = new LinkedHashMap<>();
    state.put("gamma", gamma);
    state.put("beta", beta);
    return state;
  }

  @Override
  public String describe() {
    return "layer_norm " + gamma.shape();
  }
}
