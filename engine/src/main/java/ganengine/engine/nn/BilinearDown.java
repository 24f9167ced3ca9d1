package ganengine.engine.nn;

import ganengine.engine.op.Bilinear;
import ganengine.engine.tensor.Tensor;

/** Smoothed and half as large: see {@link Bilinear#down}. */
public record BilinearDown() implements Module {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return Bilinear.down(input);
  }

  @Override
  public String describe() {
    return "bilinear down";
  }
}
