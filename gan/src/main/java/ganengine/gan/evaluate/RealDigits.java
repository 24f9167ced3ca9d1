package ganengine.gan.evaluate;

import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.Classifier;
import ganengine.gan.measure.Stage;

/** What a classifier sees in each image of a set of digits. */
final class RealDigits {
  private static final int CHUNK = 2000;

  private final ImageSet digits;

  RealDigits(ImageSet digits) {
    this.digits = digits;
  }

  /** The class seen in each image. */
  int[] read(Classifier classifier, Stage done) {
    int size = digits.imageSize();
    int[] seen = new int[digits.count()];
    for (int from = 0; from < seen.length; from += CHUNK) {
      int count = Math.min(CHUNK, seen.length - from);
      byte[] pixels = new byte[count * size];
      digits.store().copy((long) from * size, pixels, 0, pixels.length);
      float[] chunk = new float[pixels.length];
      for (int i = 0; i < chunk.length; i++) {
        chunk[i] = (pixels[i] & 0xFF) / 127.5f - 1;
      }
      int[] classes = classifier.read(DigitSize.fit(chunk, digits.height())).classes();
      System.arraycopy(classes, 0, seen, from, count);
      done.reached((double) (from + count) / seen.length);
    }
    return seen;
  }
}
