package ganengine.engine.nn;

import ganengine.engine.op.PoolSpec;
import ganengine.engine.tensor.Tensor;

/**
 * The largest element of each window and channel.
 *
 * @param spec the windows: {@code PoolSpec.of(2)} halves an image
 */
public record MaxPool(PoolSpec spec) implements Module {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return ganengine.engine.op.MaxPool.maxPool(input, spec);
  }

  @Override
  public String describe() {
    return "max_pool " + spec;
  }
}
