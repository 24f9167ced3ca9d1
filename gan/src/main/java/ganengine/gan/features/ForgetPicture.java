package ganengine.gan.features;

import ganengine.gan.image.ImageGrid;
import ganengine.gan.model.ImageShape;
import java.awt.image.BufferedImage;

/** Samples as they were, and under each the same z as it is drawn after forgetting. */
final class ForgetPicture {
  private static final int COLUMNS = 12;
  private static final int BANDS = 2;

  private ForgetPicture() {}

  /**
   * Up to two bands of two rows of twelve.
   *
   * @param showing the samples to show, by number
   * @param before [count, side, side, channels] in [-1, 1]
   * @param after of the same shape
   */
  static BufferedImage of(ImageShape image, int[] showing, float[] before, float[] after) {
    int columns = Math.min(COLUMNS, showing.length);
    int bands = Math.min(BANDS, showing.length / columns);
    float[] tiles = new float[2 * bands * columns * image.size()];
    for (int i = 0; i < bands * columns; i++) {
      int top = (i / columns * 2 * columns + i % columns) * image.size();
      int from = showing[i] * image.size();
      System.arraycopy(before, from, tiles, top, image.size());
      System.arraycopy(after, from, tiles, top + columns * image.size(), image.size());
    }
    return ImageGrid.of(tiles, image.side(), image.side(), image.channels(), 2 * bands, columns);
  }
}
