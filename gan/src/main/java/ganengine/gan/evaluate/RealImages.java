package ganengine.gan.evaluate;

import ganengine.gan.UserError;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.Shuffle;

/**
 * Two samples of equally many real images that have none in common: one to compare generated images
 * with, the other to show what real images get.
 */
final class RealImages {
  private static final int CHUNK = 100;
  private static final int MOST_NUMBERS = Integer.MAX_VALUE - 16;

  private final ImageSet images;
  private final int count;
  private final int[] order;

  /**
   * @param most images in a sample; half of all if that is fewer
   * @param seed of the choice
   * @throws UserError if there are fewer than two of each
   */
  RealImages(ImageSet images, int most, long seed) {
    this.images = images;
    this.count = Math.min(most, images.count() / 2);
    this.order = Shuffle.order(seed, 0, images.count());
    if (count < 2) {
      throw new UserError(
          "measures need at least 2 samples and 4 real images, found %d and %,d; give more with --samples"
              .formatted(most, images.count()));
    }
  }

  /** Images in each sample. */
  int count() {
    return count;
  }

  /** [count, side, side, channels] in [-1, 1]. */
  float[] first() {
    return pick(0);
  }

  /** As many others. */
  float[] second() {
    return pick(count);
  }

  /** The second sample's labels; null if unknown. */
  int[] labelsOfSecond() {
    if (images.labels() == null) {
      return null;
    }
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = images.labels()[order[count + i]];
    }
    return labels;
  }

  /**
   * Some of both samples, the second behind the first, as they lie in the set.
   *
   * @param from the number of the first of them, below twice {@link #count}
   */
  byte[] bytes(int from, int many) {
    int size = images.imageSize();
    byte[] bytes = new byte[many * size];
    for (int i = 0; i < many; i++) {
      images.store().copy((long) order[from + i] * size, bytes, i * size, size);
    }
    return bytes;
  }

  private float[] pick(int from) {
    int size = images.imageSize();
    if ((long) count * size > MOST_NUMBERS) {
      throw new UserError(
          "%,d images of %,d numbers are more than an array holds; use fewer --samples"
              .formatted(count, size));
    }
    float[] picked = new float[count * size];
    for (int i = 0; i < count; i += CHUNK) {
      byte[] bytes = bytes(from + i, Math.min(CHUNK, count - i));
      for (int p = 0; p < bytes.length; p++) {
        picked[i * size + p] = (bytes[p] & 0xFF) / 127.5f - 1;
      }
    }
    return picked;
  }
}
