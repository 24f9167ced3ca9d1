package ganengine.gan.features;

import ganengine.gan.UserError;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.Decoding;
import ganengine.gan.data.ImageRecipe;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.Shuffle;
import ganengine.gan.data.StackedDigits;
import ganengine.gan.model.ImageShape;
import java.util.Arrays;

/** Some real images, at the size that a run's networks take. */
public final class ShownImages {
  private ShownImages() {}

  /**
   * Chosen by seed, in an order by seed.
   *
   * @param dataset any that holds images, or stacks of digits for networks of three channels
   * @param data the folder of its files; null where it needs none
   * @param count at most; all if there are fewer
   * @throws UserError if they can't be read
   */
  public static ImageSet of(String dataset, String data, ImageShape shape, int count, long seed) {
    ImageRecipe recipe = DataSets.recipe(dataset).withSide(shape.side());
    boolean single = DataSets.holdsSingleImages(dataset);
    DataSet all =
        DataSets.open(
            dataset,
            data,
            seed,
            single ? recipe.withChannels(shape.channels()) : recipe,
            Decoding.standard());
    if (all instanceof StackedDigits stacks && shape.channels() == StackedDigits.DEPTH) {
      return stacked(stacks, Math.min(count, stacks.count()));
    }
    if (!(all instanceof ImageSet images)) {
      throw new UserError(
          "--dataset %s: this run's networks see images of %d x %d x %d; expected a data set of images"
              .formatted(dataset, shape.side(), shape.side(), shape.channels()));
    }
    int[] order = Shuffle.order(seed, 0, images.count());
    int few = Math.min(count, images.count());
    return images.picked(Arrays.stream(order, 0, few).asLongStream().toArray());
  }

  private static ImageSet stacked(StackedDigits stacks, int count) {
    ImageSet digits = stacks.digits();
    int pixels = digits.imageSize();
    byte[] digit = new byte[pixels];
    byte[] bytes = new byte[count * pixels * StackedDigits.DEPTH];
    for (int i = 0; i < count * StackedDigits.DEPTH; i++) {
      digits.store().copy((long) stacks.triples()[i] * pixels, digit, 0, pixels);
      int from = i / StackedDigits.DEPTH * pixels * StackedDigits.DEPTH + i % StackedDigits.DEPTH;
      for (int p = 0; p < pixels; p++) {
        bytes[from + p * StackedDigits.DEPTH] = digit[p];
      }
    }
    return new ImageSet(
        stacks.name(), count, digits.height(), digits.width(), StackedDigits.DEPTH, bytes, null, 0);
  }

  /** Some of a set's images, [to - from, height, width, channels] in [-1, 1]. */
  static float[] pixels(ImageSet images, int from, int to) {
    byte[] bytes = new byte[Math.multiplyExact(to - from, images.imageSize())];
    images.store().copy((long) from * images.imageSize(), bytes, 0, bytes.length);
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (bytes[i] & 0xFF) / 127.5f - 1;
    }
    return pixels;
  }
}
