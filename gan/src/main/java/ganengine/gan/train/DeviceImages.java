package ganengine.gan.train;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.data.ImageSet;
import ganengine.gan.model.ImageShape;
import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import ganengine.kernels.ImageBatch;

/** A whole data set as bytes on the device, from which batches are drawn by a kernel. */
final class DeviceImages implements AutoCloseable {
  private static final double SCALE = 2 / 255.0;
  private static final double SHIFT = -1;

  private final Device device;
  private final Buffer pixels;
  private final ImageShape shape;

  /** Uploads the data set. */
  DeviceImages(Device device, ImageSet images) {
    this.device = device;
    this.shape = new ImageShape(images.height(), images.channels());
    byte[] bytes = images.pixels();
    this.pixels = device.allocate(ElementType.BYTE, bytes.length);
    device.upload(bytes, 0, bytes.length, pixels, 0);
  }

  /** The images with these numbers, in [-1, 1]: [batch, side, side, channels]. */
  Tensor batch(Indices numbers) {
    Tensor out = Tensor.allocate(shape.batch(numbers.count()));
    ImageBatch size =
        new ImageBatch(numbers.count(), shape.side(), shape.side(), shape.channels(), SCALE, SHIFT);
    device.layout().imageBatch(size, pixels, numbers.buffer(), out.buffer());
    return out;
  }

  @Override
  public void close() {
    device.release(pixels);
  }
}
