package ganengine.engine.nn;

import ganengine.engine.tensor.Tensor;

/**
 * Larger images by repetition: [batch, h, w, channels] to [batch, h * factor, w * factor,
 * channels], each pixel a square.
 *
 * @param factor at least 1
 */
public record Upsample(int factor) implements Module {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return ganengine.engine.op.Upsample.nearest(input, factor);
  }

  @Override
  public String describe() {
    return "upsample " + factor;
  }
}
