package ganengine.gan.train;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import ganengine.gan.data.StackedDigits;
import ganengine.gan.model.ImageShape;
import ganengine.kernels.Device;

/** A whole data set on the device, from which batches are drawn by number. */
interface Examples extends AutoCloseable {
  /** Uploads a data set; small tables belong to the innermost scope. */
  static Examples upload(DataSet data, TrainConfig config, Device device) {
    if (data instanceof PointSet points) {
      return new DevicePoints(points);
    }
    ImageSet images = data instanceof StackedDigits stacks ? stacks.digits() : (ImageSet) data;
    int stack = data instanceof StackedDigits ? StackedDigits.DEPTH : 1;
    return new DeviceImages(device, images, stack, PixelRange.of(config.pixels(), images));
  }

  /** The shape of one example. */
  ImageShape shape();

  /** How the network's numbers are shown. */
  PixelRange range();

  /**
   * Examples in the network's range, [count, side, side, channels].
   *
   * @param numbers of images or points; for stacks, as many a stack as it has channels
   */
  Tensor batch(Indices numbers);

  /** Each image's class as a number, [count, 1], for {@link Labels#vectors}. */
  Tensor classes(Indices numbers);

  @Override
  void close();
}
