package ganengine.gan.data;

/**
 * Images of one size in memory, [count, height, width, channels] bytes from 0 (black) to 255, and
 * what each shows. Arrays are handed out as they are, not copied: nobody writes to them.
 */
public final class ImageSet implements DataSet {
  private final String name;
  private final int count;
  private final int height;
  private final int width;
  private final int channels;
  private final byte[] pixels;
  private final int[] labels;
  private final int classes;

  /**
   * A set of these images.
   *
   * @param name the data set's, for messages
   * @param pixels [count, height, width, channels]
   * @param labels the class of each image, in 0 to classes - 1; null if unknown
   * @param classes how many classes; 0 without labels
   */
  public ImageSet(
      String name,
      int count,
      int height,
      int width,
      int channels,
      byte[] pixels,
      int[] labels,
      int classes) {
    if (pixels.length != (long) count * height * width * channels) {
      throw new IllegalArgumentException(
          "%s: %d bytes are not %d images of %d x %d x %d"
              .formatted(name, pixels.length, count, height, width, channels));
    }
    if (labels != null && labels.length != count) {
      throw new IllegalArgumentException(
          "%s: %d labels for %d images".formatted(name, labels.length, count));
    }
    this.name = name;
    this.count = count;
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.pixels = pixels;
    this.labels = labels;
    this.classes = classes;
  }

  @Override
  public String name() {
    return name;
  }

  /** How many images. */
  @Override
  public int count() {
    return count;
  }

  /** Rows of an image. */
  public int height() {
    return height;
  }

  /** Columns of an image. */
  public int width() {
    return width;
  }

  /** 1 for grey, 3 for red, green, blue. */
  public int channels() {
    return channels;
  }

  /** All bytes, [count, height, width, channels]. */
  public byte[] pixels() {
    return pixels;
  }

  /** The class of each image; null if unknown. */
  public int[] labels() {
    return labels;
  }

  /** How many classes; 0 without labels. */
  public int classes() {
    return classes;
  }

  /** Bytes of one image. */
  public int imageSize() {
    return height * width * channels;
  }

  /**
   * The same images, side x side: the largest square at the centre of each, resampled (see {@link
   * Resampling}). This very set if it has that size already.
   */
  public ImageSet scaledTo(int side) {
    if (height == side && width == side) {
      return this;
    }
    byte[] scaled = new byte[Math.toIntExact((long) count * side * side * channels)];
    Resampling resampling = new Resampling(height, width, channels, side);
    for (int i = 0; i < count; i++) {
      resampling.resample(pixels, i * imageSize(), scaled, i * side * side * channels);
    }
    return new ImageSet(name, count, side, side, channels, scaled, labels, classes);
  }

  @Override
  public String toString() {
    return "%s: %,d images of %d x %d x %d".formatted(name, count, height, width, channels);
  }
}
