package ganengine.engine.nn;

import ganengine.engine.op.PoolSpec;
import ganengine.engine.tensor.Tensor;

/**
 * The mean of each window and channel.
 *
 * @param spec the windows: {@code PoolSpec.of(2)} halves an image
 */
public record AveragePool(PoolSpec spec) implements Module {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return ganengine.engine.op.AveragePool.averagePool(input, spec);
  }

  @Override
  public String describe() {
    return "average_pool " + spec;
  }
}
