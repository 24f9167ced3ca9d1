package ganengine.gan.evaluate;

import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageSet;

/** Pictures of the digits in the jar, in [-1, 1]. */
final class EmbeddedPictures {
  private final ImageSet digits = DataSets.images("digits", null);

  /** Where they are from. */
  ImageSet set() {
    return digits;
  }

  /** The first picture of each label: [labels, 28, 28, 1]. */
  float[] of(int... labels) {
    int size = digits.imageSize();
    float[] pictures = new float[labels.length * size];
    for (int i = 0; i < labels.length; i++) {
      int from = first(labels[i]) * size;
      for (int pixel = 0; pixel < size; pixel++) {
        pictures[i * size + pixel] = (digits.pixels()[from + pixel] & 0xFF) / 127.5f - 1;
      }
    }
    return pictures;
  }

  /** One image of three channels with the first picture of a label in each: [28, 28, 3]. */
  float[] stacked(int red, int green, int blue) {
    float[] planes = of(red, green, blue);
    float[] stack = new float[planes.length];
    int pixels = digits.imageSize();
    for (int i = 0; i < stack.length; i++) {
      stack[i % pixels * 3 + i / pixels] = planes[i];
    }
    return stack;
  }

  private int first(int label) {
    int at = 0;
    while (digits.labels()[at] != label) {
      at++;
    }
    return at;
  }
}
