package ganengine.gan.evaluate;

import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.ClassifierNetwork;

/** Brings grey images to the size that classifiers read. */
public final class DigitSize {
  private DigitSize() {}

  /** Images [count, side, side, 1] in [-1, 1] as [count, 28, 28, 1], resampled if need be. */
  public static float[] fit(float[] images, int side) {
    if (side == ClassifierNetwork.SIDE) {
      return images;
    }
    byte[] bytes = new byte[images.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(Math.max(0, Math.min(255, (images[i] + 1) * 127.5f)));
    }
    int count = images.length / (side * side);
    byte[] fitted =
        new ImageSet("samples", count, side, side, 1, bytes, null, 0)
            .scaledTo(ClassifierNetwork.SIDE)
            .pixels();
    float[] floats = new float[fitted.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (fitted[i] & 0xFF) / 127.5f - 1;
    }
    return floats;
  }
}
