package ganengine.engine.nn;

import ganengine.engine.op.Bilinear;
import ganengine.engine.tensor.Tensor;

/** Smoothly twice as large: see {@link Bilinear#up}. */
public record BilinearUp() implements Module {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return Bilinear.up(input);
  }

  @Override
  public String describe() {
    return "bilinear up";
  }
}
