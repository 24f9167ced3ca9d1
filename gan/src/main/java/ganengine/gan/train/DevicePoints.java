package ganengine.gan.train;

import ganengine.engine.op.Gather;
import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.data.PointSet;
import ganengine.gan.model.ImageShape;

/** Points in the plane as images of one pixel with two channels, as they are. */
final class DevicePoints implements Examples {
  private final Tensor points;

  /** Uploads them, for the innermost scope. */
  DevicePoints(PointSet set) {
    points = Tensor.of(ImageShape.POINT.batch(set.count()), set.points());
  }

  @Override
  public ImageShape shape() {
    return ImageShape.POINT;
  }

  @Override
  public PixelRange range() {
    return PixelRange.SYMMETRIC;
  }

  @Override
  public Tensor batch(Indices numbers) {
    return Gather.rows(points, numbers);
  }

  @Override
  public Tensor classes(Indices numbers) {
    throw new IllegalStateException("points have no labels");
  }

  @Override
  public void close() {
    // The points belong to a scope.
  }
}
