package ganengine.engine.nn;

import ganengine.engine.tensor.Tensor;

/** Each example as a row: [batch, ...] to [batch, everything else]. */
public record Flatten() implements Module {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return ganengine.engine.op.Reshape.flatten(input);
  }

  @Override
  public String describe() {
    return "flatten";
  }
}
