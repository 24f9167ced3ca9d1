package ganengine.gan.model;

import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Concat;
import ganengine.engine.op.Slice;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.Map;

/**
 * Replaces the one-hot label at the end of each row by a learned vector: [batch, values + classes]
 * to [batch, values + width]. A row of the table for each class.
 */
final class LabelEmbedding implements Module {
  private final int values;
  private final Dense table;

  LabelEmbedding(int values, int classes, int width, RandomSource random) {
    this.values = values;
    this.table = new Dense(classes, width, false, Initialiser.normal(0, 1), random);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor before = Slice.slice(input, 1, 0, values);
    Tensor label = Slice.slice(input, 1, values, input.shape().size(1));
    return Concat.concat(1, before, table.forward(label, pass));
  }

  @Override
  public Map<String, Parameter> state() {
    return table.state();
  }

  @Override
  public String describe() {
    return "label embedding, " + table.describe();
  }

  @Override
  public long multiplyAdds(Shape input) {
    return table.multiplyAdds(input.with(1, input.size(1) - values));
  }
}
