package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;

/** Larger images by repetition; composed of other ops. */
public final class Upsample {
  private Upsample() {}

  /**
   * Nearest-neighbour upsampling: every pixel of x [batch, height, width, channels] becomes a
   * square of {@code factor} x {@code factor} equal ones.
   */
  public static Tensor nearest(Tensor x, int factor) {
    ShapeRule.rank(
        "upsample",
        "input %s, factor %d".formatted(x.shape(), factor),
        "input",
        x,
        4,
        "[batch, height, width, channels]");
    if (factor < 1) {
      throw ShapeRule.error(
          "upsample",
          "input %s, factor %d".formatted(x.shape(), factor),
          "the factor must be at least 1",
          "to shrink images use average_pool");
    }
    int batch = x.shape().size(0);
    int height = x.shape().size(1);
    int width = x.shape().size(2);
    int channels = x.shape().size(3);
    Tensor apart = Reshape.reshape(x, batch, height, 1, width, 1, channels);
    Tensor repeated =
        BroadcastTo.broadcastTo(apart, Shape.of(batch, height, factor, width, factor, channels));
    return Reshape.reshape(repeated, batch, height * factor, width * factor, channels);
  }
}
