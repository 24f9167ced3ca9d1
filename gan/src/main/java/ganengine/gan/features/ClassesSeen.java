package ganengine.gan.features;

import ganengine.gan.evaluate.DigitSize;
import ganengine.gan.measure.Classifier;
import ganengine.gan.measure.StackedModes;
import ganengine.gan.model.ImageShape;

/**
 * The class that a classifier sees in each channel of each image: three digits of a stack, one of a
 * grey image.
 *
 * @param classes [images, channels]
 * @param channels of an image
 */
@SuppressWarnings("ArrayRecordComponent") // Counted, never compared.
record ClassesSeen(int[] classes, int channels) {
  /**
   * Reads images.
   *
   * @param images [count, side, side, channels] in [-1, 1]
   */
  static ClassesSeen in(float[] images, ImageShape shape, Classifier classifier) {
    int side = shape.side();
    float[] single = shape.channels() == 1 ? images : StackedModes.channels(images, side * side);
    return new ClassesSeen(
        classifier.read(DigitSize.fit(single, side)).classes(), shape.channels());
  }

  /** In which images the class is seen in its channel. */
  boolean[] showing(Forgetting.Unwanted unwanted) {
    boolean[] showing = new boolean[classes.length / channels];
    for (int i = 0; i < showing.length; i++) {
      showing[i] = shows(i * channels + unwanted.channel(), unwanted);
    }
    return showing;
  }

  private boolean shows(int at, Forgetting.Unwanted unwanted) {
    return at % channels == unwanted.channel() && classes[at] == unwanted.label();
  }

  /**
   * Of the images in which a channel does not show what is unwanted, the share in which it shows
   * the same class after; 1 where there are none.
   *
   * @param after the same images, changed
   */
  double same(ClassesSeen after, int channel, Forgetting.Unwanted unwanted) {
    int counted = 0;
    int same = 0;
    for (int at = channel; at < classes.length; at += channels) {
      if (!shows(at, unwanted)) {
        counted++;
        same += classes[at] == after.classes[at] ? 1 : 0;
      }
    }
    return counted == 0 ? 1 : (double) same / counted;
  }
}
