package ganengine.gan.cli;

import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import ganengine.gan.data.StackedDigits;
import ganengine.gan.image.ImageGrid;
import ganengine.gan.image.PointPlot;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The picture that {@code dataset info} draws of a data set: a grid of 64 images or stacks, evenly
 * from the first to the last, or 2,048 points as dots.
 */
final class DataSetPicture {
  private static final int IMAGES = 64;
  private static final int POINTS = 2048;

  private DataSetPicture() {}

  static BufferedImage of(DataSet set) {
    if (set instanceof ImageSet images) {
      return of(images);
    }
    if (set instanceof StackedDigits stacks) {
      return of(stacks);
    }
    if (set instanceof PointSet points) {
      int shown = Math.min(POINTS, points.count());
      return PointPlot.of(Arrays.copyOf(points.points(), 2 * shown));
    }
    throw new IllegalArgumentException("nothing to draw of " + set);
  }

  private static BufferedImage of(ImageSet images) {
    int count = Math.min(IMAGES, images.count());
    int size = images.imageSize();
    byte[] image = new byte[size];
    float[] values = new float[count * size];
    for (int i = 0; i < count; i++) {
      long number = (long) i * images.count() / count;
      images.store().copy(number * size, image, 0, size);
      for (int j = 0; j < size; j++) {
        values[i * size + j] = shade(image[j]);
      }
    }
    return ImageGrid.of(values, images.height(), images.width(), images.channels());
  }

  /** The three digits of a stack as its red, green and blue. */
  private static BufferedImage of(StackedDigits stacks) {
    ImageSet digits = stacks.digits();
    int count = Math.min(IMAGES, stacks.count());
    int size = digits.imageSize();
    int depth = StackedDigits.DEPTH;
    byte[] digit = new byte[size];
    float[] values = new float[count * size * depth];
    for (int i = 0; i < count; i++) {
      int stack = (int) ((long) i * stacks.count() / count);
      for (int channel = 0; channel < depth; channel++) {
        digits
            .store()
            .copy((long) stacks.triples()[stack * depth + channel] * size, digit, 0, size);
        for (int j = 0; j < size; j++) {
          values[(i * size + j) * depth + channel] = shade(digit[j]);
        }
      }
    }
    return ImageGrid.of(values, digits.height(), digits.width(), depth);
  }

  /** From a byte to [-1, 1]. */
  private static float shade(byte value) {
    return (value & 0xFF) / 127.5f - 1;
  }
}
