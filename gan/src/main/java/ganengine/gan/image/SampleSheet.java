package ganengine.gan.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * How samples are shown together: images in a grid as square as can be; where they are of classes
 * in turns, a row for each class; points, which are images of one pixel with two channels, as dots.
 *
 * @param side of an image
 * @param channels of an image
 * @param classes in turns; 0 for none
 */
public record SampleSheet(int side, int channels, int classes) {
  private static final int IMAGES = 64;
  private static final int IMAGES_OF_A_CLASS = 8;
  private static final int MOST_ROWS = 20;
  private static final int POINTS = 2048;

  private boolean points() {
    return side == 1 && channels == 2;
  }

  /** Whether there is a row for each class. */
  private boolean inRows() {
    return classes > 0 && classes <= MOST_ROWS;
  }

  /** As many samples as make a good picture. */
  public int suggested() {
    if (points()) {
      return POINTS;
    }
    return inRows() ? classes * IMAGES_OF_A_CLASS : IMAGES;
  }

  /**
   * The picture.
   *
   * @param samples [count, side, side, channels], images in [-1, 1]
   */
  public BufferedImage draw(float[] samples) {
    if (points()) {
      return PointPlot.of(samples);
    }
    int size = side * side * channels;
    int count = samples.length / size;
    if (!inRows() || count < classes) {
      return ImageGrid.of(samples, side, side, channels);
    }
    int columns = (count + classes - 1) / classes;
    float[] rows = new float[classes * columns * size];
    Arrays.fill(rows, -1);
    for (int i = 0; i < count; i++) {
      int place = i % classes * columns + i / classes;
      System.arraycopy(samples, i * size, rows, place * size, size);
    }
    return ImageGrid.of(rows, side, side, channels, classes, columns);
  }
}
