package ganengine.gan.model;

import ganengine.engine.tensor.Shape;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.StackedDigits;

/**
 * The images a network makes or judges: square, NHWC.
 *
 * <p>A point in the plane is an image of one pixel with two channels.
 *
 * @param side height and width in pixels
 * @param channels 1 for grey, 3 for colour
 */
public record ImageShape(int side, int channels) {
  /** A point in the plane. */
  public static final ImageShape POINT = new ImageShape(1, 2);

  /** What this data set's examples are. */
  public static ImageShape of(DataSet data) {
    if (data instanceof StackedDigits stacks) {
      return new ImageShape(stacks.digits().height(), StackedDigits.DEPTH);
    }
    return data instanceof ImageSet images
        ? new ImageShape(images.height(), images.channels())
        : POINT;
  }

  /**
   * What the configuration's networks make.
   *
   * @param channels the data set's
   */
  public static ImageShape of(TrainConfig config, int channels) {
    return config.model().equals("points") ? POINT : new ImageShape(config.imageSize(), channels);
  }

  /** The shape of a batch of them: [count, side, side, channels]. */
  public Shape batch(int count) {
    return Shape.of(count, side, side, channels);
  }

  /** Numbers in one image. */
  public int size() {
    return side * side * channels;
  }
}
