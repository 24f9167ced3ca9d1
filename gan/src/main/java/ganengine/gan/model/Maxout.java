package ganengine.gan.model;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Max;
import ganengine.engine.op.Reshape;
import ganengine.engine.tensor.Tensor;

/**
 * The largest of every {@code pieces} neighbouring inputs (Goodfellow et al. 2013): after a dense
 * layer, a learned convex function. [batch, units * pieces] to [batch, units].
 */
record Maxout(int pieces) implements Module {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    int units = input.shape().size(1) / pieces;
    return Max.max(Reshape.reshape(input, input.shape().size(0), units, pieces), false, 2);
  }

  @Override
  public String describe() {
    return "maxout " + pieces;
  }
}
