package ganengine.gan.data;

import ganengine.gan.UserError;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.Pixels;
import ganengine.gan.data.pixels.RawImage;
import ganengine.gan.data.pixels.Resampling;
import ganengine.gan.data.pixels.Size;
import ganengine.gan.data.pixels.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Images of one size, [count, height, width, channels] bytes from 0 (black) to 255, and what each
 * shows. The bytes lie in memory or in a mapped file ({@link Pixels}). Arrays are handed out as
 * they are, not copied: nobody writes to them.
 */
public final class ImageSet implements DataSet {
  private final String name;
  private final int count;
  private final int height;
  private final int width;
  private final int channels;
  private final Pixels pixels;
  private final int[] labels;
  private final List<String> classNames;
  private final String origin;

  /**
   * A set of images in memory.
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
    this(
        name,
        new int[] {count, height, width, channels},
        Pixels.of(pixels),
        labels,
        IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
        "");
  }

  /**
   * A set of images in a store.
   *
   * @param name the data set's, for messages
   * @param sizes count, height, width, channels
   * @param pixels as many bytes as the sizes' product
   * @param labels the class of each image; null if unknown
   * @param classNames what the labels stand for; empty without labels
   * @param origin one line on the images before they were brought to this size; may be empty
   */
  ImageSet(
      String name,
      int[] sizes,
      Pixels pixels,
      int[] labels,
      List<String> classNames,
      String origin) {
    this.name = name;
    this.count = sizes[0];
    this.height = sizes[1];
    this.width = sizes[2];
    this.channels = sizes[3];
    this.pixels = pixels;
    this.labels = labels;
    this.classNames = classNames;
    this.origin = origin;
    if (pixels.size() != (long) count * imageSize()) {
      throw new IllegalArgumentException(
          "%s: %d bytes are not %d images of %d x %d x %d"
              .formatted(name, pixels.size(), count, height, width, channels));
    }
    if (labels != null && labels.length != count) {
      throw new IllegalArgumentException(
          "%s: %d labels for %d images".formatted(name, labels.length, count));
    }
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

  /**
   * All bytes in one array, [count, height, width, channels]; a copy where they lie in a file.
   *
   * @throws UserError if they are more than an array can hold
   */
  public byte[] pixels() {
    byte[] held = pixels.array();
    if (held != null) {
      return held;
    }
    byte[] all = new byte[arraySize(pixels.size())];
    pixels.copy(0, all, 0, all.length);
    return all;
  }

  /** All bytes where they are, [count, height, width, channels]. */
  public Pixels store() {
    return pixels;
  }

  /** The class of each image; null if unknown. */
  public int[] labels() {
    return labels;
  }

  /** How many classes; 0 without labels. */
  public int classes() {
    return classNames.size();
  }

  /** What each class is called, by label; empty without labels. */
  public List<String> classNames() {
    return classNames;
  }

  /** One line on the images before they were brought to this size; empty if they never were. */
  public Optional<String> origin() {
    return origin.isEmpty() ? Optional.empty() : Optional.of(origin);
  }

  /** Bytes of one image. */
  public int imageSize() {
    return height * width * channels;
  }

  /**
   * The same images in memory, side x side: the largest square at the centre of each, resampled
   * (see {@link Resampling}). This very set if it has that size already.
   *
   * @throws UserError if they are more than an array can hold
   */
  public ImageSet scaledTo(int side) {
    return prepared(new ImageRecipe(Crop.SQUARE, side, 0));
  }

  /**
   * The same images in memory as this recipe makes them; this very set if it changes nothing.
   *
   * @throws UserError if they are more than an array can hold, or smaller than the recipe's crop
   */
  public ImageSet prepared(ImageRecipe recipe) {
    int depth = recipe.channels() == 0 ? channels : recipe.channels();
    Window part = part(recipe.crop());
    boolean whole = part.height() == height && part.width() == width;
    if (whole && height == recipe.side() && width == recipe.side() && depth == channels) {
      return this;
    }
    int size = recipe.side() * recipe.side() * depth;
    byte[] made = new byte[arraySize((long) count * size)];
    byte[] image = new byte[imageSize()];
    Resampling resampling = new Resampling(width, depth, part, recipe.side());
    for (int i = 0; i < count; i++) {
      pixels.copy((long) i * image.length, image, 0, image.length);
      RawImage raw = new RawImage(height, width, channels, image).withChannels(depth);
      resampling.resample(raw.bytes(), 0, made, i * size);
    }
    int[] sizes = {count, recipe.side(), recipe.side(), depth};
    return new ImageSet(name, sizes, Pixels.of(made), labels, classNames, origin);
  }

  /**
   * Some of the images, in memory.
   *
   * @param numbers of images, in any order
   */
  public ImageSet picked(long[] numbers) {
    byte[] bytes = new byte[arraySize((long) numbers.length * imageSize())];
    int[] of = labels == null ? null : new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      pixels.copy(numbers[i] * imageSize(), bytes, i * imageSize(), imageSize());
      if (of != null) {
        of[i] = labels[Math.toIntExact(numbers[i])];
      }
    }
    int[] sizes = {numbers.length, height, width, channels};
    return new ImageSet(name, sizes, Pixels.of(bytes), of, classNames, origin);
  }

  private Window part(Crop crop) {
    try {
      return crop.of(new Size(width, height), Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "%s: each image %s; use another --crop".formatted(name, e.getMessage()), e);
    }
  }

  private int arraySize(long bytes) {
    if (bytes > Integer.MAX_VALUE - 16) {
      throw new UserError(
          "%s: its images would take %.1f GB of memory, expected at most 2.1; use a smaller --image-size"
              .formatted(name, bytes / 1e9));
    }
    return (int) bytes;
  }

  @Override
  public String toString() {
    return "%s: %,d images of %d x %d x %d".formatted(name, count, height, width, channels);
  }
}
