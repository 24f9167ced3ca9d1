package ganengine.gan.latent;

import ganengine.gan.image.Captions;
import ganengine.gan.image.ImageGrid;
import ganengine.gan.model.ImageShape;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples in rows of ten, to choose from by number: that of a row's first plus that of the column.
 *
 * @param image the size of an image
 */
public record NumberedSheet(ImageShape image) {
  /** As many samples as make a good sheet. */
  public static final int SAMPLES = 100;

  private static final int COLUMNS = 10;

  /**
   * Draws it.
   *
   * @param images [count, side, side, channels] in [-1, 1]
   */
  public BufferedImage draw(float[] images) {
    int count = images.length / image.size();
    int rows = (count + COLUMNS - 1) / COLUMNS;
    return Captions.around(
        ImageGrid.of(images, image.side(), image.side(), image.channels(), rows, COLUMNS),
        numbers(COLUMNS, 1),
        numbers(rows, COLUMNS));
  }

  private static List<String> numbers(int count, int step) {
    return IntStream.range(0, count).mapToObj(i -> Integer.toString(i * step)).toList();
  }
}
