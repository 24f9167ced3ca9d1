package ganengine.gan.train;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.data.ImageSet;
import ganengine.gan.model.ImageShape;
import ganengine.kernels.Device;

/**
 * Images that are too many for the device: they stay where they are, and before each step the host
 * picks those of its batch and uploads them. On the device a batch's numbers are then its places, 0
 * and on, whatever the images.
 */
final class StagedImages implements Examples {
  private final Device device;
  private final ImageSet images;
  private final PixelRange range;
  private final DeviceImages stage;

  /**
   * Makes room for one batch; tables belong to the innermost scope.
   *
   * @param count images in a batch
   */
  StagedImages(Device device, ImageSet images, int count, PixelRange range) {
    this.device = device;
    this.images = images;
    this.range = range;
    this.stage = new DeviceImages(device, images.picked(new long[count]), 1, range);
  }

  @Override
  public boolean staged() {
    return true;
  }

  @Override
  public void stage(long[] numbers) {
    stage.replace(images.picked(numbers));
  }

  @Override
  public ImageShape shape() {
    return stage.shape();
  }

  @Override
  public PixelRange range() {
    return range;
  }

  @Override
  public Tensor batch(Indices places) {
    return stage.batch(places);
  }

  /** Of images anywhere in the set, through a stage of their own. */
  @Override
  public Tensor numbered(long[] numbers) {
    try (DeviceImages picked = new DeviceImages(device, images.picked(numbers), 1, range)) {
      return picked.batch(Batches.places(numbers.length));
    }
  }

  @Override
  public Tensor classes(Indices places) {
    return stage.classes(places);
  }

  @Override
  public void close() {
    stage.close();
  }
}
