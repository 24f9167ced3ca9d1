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
import ganengine.kernels.OutOfDeviceMemoryException;

/** A data set from which the device draws batches by number. */
interface Examples extends AutoCloseable {
  /** Uploads a data set; small tables belong to the innermost scope. */
  static Examples upload(DataSet data, TrainConfig config, Device device) {
    if (data instanceof PointSet points) {
      return new DevicePoints(points);
    }
    ImageSet images = data instanceof StackedDigits stacks ? stacks.digits() : (ImageSet) data;
    int stack = data instanceof StackedDigits ? StackedDigits.DEPTH : 1;
    PixelRange range = PixelRange.of(config.pixels(), images);
    try {
      return new DeviceImages(device, images, stack, range);
    } catch (OutOfDeviceMemoryException e) {
      if (stack > 1) {
        throw e;
      }
      return new StagedImages(
          device, images, Math.multiplyExact(config.batch(), config.pack()), range);
    }
  }

  /** Whether {@link #stage} has to be called before each batch. */
  default boolean staged() {
    return false;
  }

  /**
   * Brings the images of the next batch onto the device; there, their numbers are then 0 and on.
   *
   * @param numbers as many as a batch has
   */
  default void stage(long[] numbers) {
    throw new IllegalStateException("all images are on the device");
  }

  /** As {@link #batch}, of numbers that the host knows, outside of a training step. */
  default Tensor numbered(long[] numbers) {
    return batch(Indices.of(numbers));
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
