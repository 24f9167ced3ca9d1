package ganengine.gan.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Draws many images of one size side by side, row after row; small ones enlarged. */
public final class ImageGrid {
  /** Pixels between two images and around them all. */
  private static final int GAP = 2;

  /** Of the gaps and empty places: dark, but not the black that digits are drawn on. */
  private static final int BACKGROUND = 48;

  /** Images are enlarged by the largest whole factor that keeps their sides within this. */
  private static final int COMFORTABLE_SIDE = 64;

  private final int height;
  private final int width;
  private final int channels;
  private final int factor;

  private ImageGrid(int height, int width, int channels, int factor) {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("an image has 1 or 3 channels, found " + channels);
    }
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.factor = factor;
  }

  /**
   * A picture of all images, in a grid as square as can be.
   *
   * @param images [count, height, width, channels] in [-1, 1]; values outside are clipped
   * @param channels 1 (grey) or 3 (red, green, blue)
   */
  public static BufferedImage of(float[] images, int height, int width, int channels) {
    int count = images.length / (height * width * channels);
    int columns = (int) Math.ceil(Math.sqrt(count));
    return of(images, height, width, channels, (count + columns - 1) / columns, columns);
  }

  /** As the other, with so many rows and columns; places without an image stay empty. */
  public static BufferedImage of(
      float[] images, int height, int width, int channels, int rows, int columns) {
    int count = images.length / (height * width * channels);
    if (images.length != count * height * width * channels || count > rows * columns) {
      throw new IllegalArgumentException(
          "%d values are not up to %d x %d images of %d x %d x %d"
              .formatted(images.length, rows, columns, height, width, channels));
    }
    int factor = Math.max(1, COMFORTABLE_SIDE / Math.max(height, width));
    ImageGrid grid = new ImageGrid(height, width, channels, factor);
    int cellHeight = height * factor + GAP;
    int cellWidth = width * factor + GAP;
    BufferedImage picture = grid.blank(rows * cellHeight + GAP, columns * cellWidth + GAP);
    for (int i = 0; i < count; i++) {
      int top = GAP + i / columns * cellHeight;
      int left = GAP + i % columns * cellWidth;
      grid.draw(images, i, picture.getRaster(), top, left);
    }
    return picture;
  }

  /** One of the images by itself, pixel for pixel. */
  public static BufferedImage single(
      float[] images, int number, int height, int width, int channels) {
    ImageGrid grid = new ImageGrid(height, width, channels, 1);
    BufferedImage picture = grid.blank(height, width);
    grid.draw(images, number, picture.getRaster(), 0, 0);
    return picture;
  }

  private BufferedImage blank(int pictureHeight, int pictureWidth) {
    return background(
        pictureHeight,
        pictureWidth,
        channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
  }

  /** A picture with nothing on it. */
  static BufferedImage background(int height, int width, int type) {
    BufferedImage picture = new BufferedImage(width, height, type);
    int[] background = new int[width * height * picture.getRaster().getNumBands()];
    Arrays.fill(background, BACKGROUND);
    picture.getRaster().setPixels(0, 0, width, height, background);
    return picture;
  }

  /** Through the raster: setRGB would convert grey from one colour space to another. */
  private void draw(float[] images, int number, WritableRaster raster, int top, int left) {
    int[] pixel = new int[channels];
    int from = number * height * width * channels;
    for (int y = 0; y < height * factor; y++) {
      for (int x = 0; x < width * factor; x++) {
        int at = from + (y / factor * width + x / factor) * channels;
        for (int c = 0; c < channels; c++) {
          pixel[c] = level(images[at + c]);
        }
        raster.setPixel(left + x, top + y, pixel);
      }
    }
  }

  /** From [-1, 1] to 0 ... 255. */
  private static int level(float value) {
    return Math.min(255, Math.max(0, Math.round((value + 1) * 127.5f)));
  }
}
