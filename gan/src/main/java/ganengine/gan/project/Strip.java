package ganengine.gan.project;

import ganengine.gan.image.ImageGrid;
import ganengine.gan.model.ImageShape;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Images side by side in rows, for a picture. */
final class Strip {
  /** The grid's own background, so that an empty place looks like one. */
  private static final float EMPTY = 48 / 127.5f - 1;

  private final ImageShape image;
  private final int columns;
  private final float[] places;
  private int next;

  Strip(ImageShape image, int rows, int columns) {
    this.image = image;
    this.columns = columns;
    this.places = new float[Math.multiplyExact(rows * columns, image.size())];
    Arrays.fill(places, EMPTY);
  }

  /** Fills the next place, left to right, with image number i of these. */
  void add(float[] images, int i) {
    System.arraycopy(images, i * image.size(), places, next++ * image.size(), image.size());
  }

  /** Leaves the next place empty. */
  void skip() {
    next++;
  }

  /** The picture. */
  BufferedImage draw() {
    int rows = places.length / image.size() / columns;
    return ImageGrid.of(places, image.side(), image.side(), image.channels(), rows, columns);
  }
}
