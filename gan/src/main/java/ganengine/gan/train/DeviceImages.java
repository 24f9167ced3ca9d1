package ganengine.gan.train;

import ganengine.engine.op.Binary;
import ganengine.engine.op.Gather;
import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.pixels.Pixels;
import ganengine.gan.model.ImageShape;
import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import ganengine.kernels.ImageBatch;
import java.util.Arrays;

/** Images as bytes on the device, from which batches are drawn by a kernel. */
final class DeviceImages implements Examples {
  private static final double PER_BYTE = 2 / 255.0;
  private static final int PIECE = 1 << 24;

  private final Device device;
  private final Buffer pixels;
  private final ImageShape single;
  private final int stack;
  private final PixelRange range;
  private final Tensor factor;
  private final Tensor offset;
  private final Tensor labels;

  /**
   * Uploads the images; tables belong to the innermost scope.
   *
   * @param stack images that make one example, as its channels
   */
  DeviceImages(Device device, ImageSet images, int stack, PixelRange range) {
    this.device = device;
    this.single = new ImageShape(images.height(), images.channels());
    this.stack = stack;
    this.range = range;
    this.pixels = device.allocate(ElementType.BYTE, images.store().size());
    upload(images.store());
    Shape channels = Shape.of(range.factor().length);
    this.factor = range.uniform() ? null : Tensor.of(channels, range.factor());
    this.offset = range.uniform() ? null : Tensor.of(channels, range.offset());
    this.labels =
        images.labels() == null
            ? null
            : Tensor.of(Shape.of(images.count(), 1), numbers(images.labels()));
  }

  /** Puts as many other images of the same kind in the place of these. */
  void replace(ImageSet images) {
    upload(images.store());
    if (labels != null) {
      device.upload(numbers(images.labels()), 0, images.count(), labels.buffer(), 0);
    }
  }

  private static double[] numbers(int[] labels) {
    return Arrays.stream(labels).mapToDouble(label -> label).toArray();
  }

  /** In pieces: the images may be more than an array can hold. */
  private void upload(Pixels bytes) {
    byte[] piece = new byte[(int) Math.min(PIECE, bytes.size())];
    for (long from = 0; from < bytes.size(); from += piece.length) {
      int count = (int) Math.min(piece.length, bytes.size() - from);
      bytes.copy(from, piece, 0, count);
      device.upload(piece, 0, count, pixels, from);
    }
  }

  @Override
  public ImageShape shape() {
    return new ImageShape(single.side(), single.channels() * stack);
  }

  @Override
  public PixelRange range() {
    return range;
  }

  @Override
  public Tensor batch(Indices numbers) {
    int count = numbers.count() / stack;
    Tensor out = Tensor.allocate(shape().batch(count));
    double divisor = range.uniform() ? range.factor()[0] : 1;
    double shift = range.uniform() ? range.offset()[0] : 0;
    ImageBatch size =
        new ImageBatch(
            count,
            stack,
            single.side(),
            single.side(),
            single.channels(),
            PER_BYTE / divisor,
            (-1 - shift) / divisor);
    device.layout().imageBatch(size, pixels, numbers.buffer(), out.buffer());
    return range.uniform() ? out : Binary.divide(Binary.subtract(out, offset), factor);
  }

  @Override
  public Tensor classes(Indices numbers) {
    return Gather.rows(labels, numbers);
  }

  @Override
  public void close() {
    device.release(pixels);
  }
}
