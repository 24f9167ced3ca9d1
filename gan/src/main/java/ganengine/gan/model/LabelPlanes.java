package ganengine.gan.model;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.BroadcastTo;
import ganengine.engine.op.Concat;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.Slice;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;

/**
 * Puts what stands behind each image's pixels into channels of their own, for a convolution to see:
 * [batch, pixels + extra] to [batch, side, side, channels + planes].
 *
 * @param image what the pixels are
 * @param planes as many as extra numbers: each fills a plane (a one-hot label); 1: the numbers are
 *     the plane's pixels
 */
record LabelPlanes(ImageShape image, int planes) implements Module {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    int batch = input.shape().size(0);
    int extra = input.shape().size(1) - image.size();
    Tensor pixels = Reshape.reshape(Slice.slice(input, 1, 0, image.size()), image.batch(batch));
    Tensor behind = Slice.slice(input, 1, image.size(), input.shape().size(1));
    Shape shape = Shape.of(batch, image.side(), image.side(), planes);
    Tensor maps =
        planes == extra
            ? BroadcastTo.broadcastTo(Reshape.reshape(behind, batch, 1, 1, extra), shape)
            : Reshape.reshape(behind, shape);
    return Concat.concat(3, pixels, maps);
  }

  @Override
  public String describe() {
    return "label planes " + planes;
  }
}
