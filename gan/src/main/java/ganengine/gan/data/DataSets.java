package ganengine.gan.data;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import ganengine.gan.data.pixels.Crop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data sets that can be trained on, by name. */
public final class DataSets {
  private static final String DIGITS = "digits";
  private static final String STACKED = "stacked-mnist";
  private static final String STACKED_60K = "stacked-mnist-60k";
  private static final String RING = "ring";
  private static final String GRID = "grid";
  private static final IdxFolder MNIST =
      new IdxFolder("mnist", "https://ossci-datasets.s3.amazonaws.com/mnist/");
  private static final List<IdxFolder> FOLDERS =
      List.of(
          MNIST,
          new IdxFolder(
              "fashion-mnist", "https://github.com/zalandoresearch/fashion-mnist (data/fashion)"));

  private static final List<PublishedImages> PUBLISHED =
      List.of(Celeba.SET, Lfw.SET, Cifar10.SET, Svhn.SET, Lsun.SET, ImageFolder.SET);

  private static final ImageRecipe DIGITS_RECIPE = new ImageRecipe(Crop.SQUARE, 28, 0);

  private DataSets() {}

  /** All names. */
  public static List<String> names() {
    return Stream.of(
            Stream.of(DIGITS),
            FOLDERS.stream().map(IdxFolder::name),
            PUBLISHED.stream().map(PublishedImages::name),
            Stream.of(STACKED, STACKED_60K, RING, GRID))
        .flatMap(names -> names)
        .toList();
  }

  /** Whether a name stands for single images, so that each can be cut and made grey. */
  public static boolean holdsSingleImages(String dataset) {
    return !List.of(STACKED, STACKED_60K, RING, GRID).contains(dataset);
  }

  /** Whether a name stands for digits stacked in the channels of colour images. */
  public static boolean stacked(String dataset) {
    return List.of(STACKED, STACKED_60K).contains(dataset);
  }

  /**
   * The data set whose published files this one is made from: for stacks the digits', else itself.
   */
  public static String filesOf(String dataset) {
    return stacked(dataset) ? MNIST.name() : dataset;
  }

  /**
   * Reads a data set into memory, or draws it.
   *
   * @param dataset {@code digits}, the 10,000 test images of MNIST that are in the jar; {@code
   *     mnist} or {@code fashion-mnist}, the 60,000 training images; {@code stacked-mnist}, 128,000
   *     {@link StackedDigits} of all 70,000; {@code stacked-mnist-60k}, as many of the training
   *     images alone, others in every epoch; {@code ring} or {@code grid}, a {@link PointSet} of
   *     100,000
   * @param data the folder of its files; null for {@code digits}, {@code ring} and {@code grid};
   *     stacks are of the digits in the jar where it is null
   * @param seed of the stacks or points
   * @throws UserError if there is no such data set, or its files are missing or damaged
   */
  public static DataSet open(String dataset, String data, long seed) {
    return switch (dataset) {
      case STACKED ->
          StackedDigits.draw(
              STACKED, AllDigits.read(MNIST, data), StackedDigits.TRAINING_COUNT, seed);
      case STACKED_60K ->
          StackedDigits.drawEachEpoch(
              STACKED_60K, AllDigits.readTraining(MNIST, data), StackedDigits.TRAINING_COUNT, seed);
      case RING -> PointSet.ring(PointSet.TRAINING_COUNT, seed);
      case GRID -> PointSet.grid(PointSet.TRAINING_COUNT, seed);
      default -> images(dataset, data);
    };
  }

  /**
   * As the other, with what is made of each image said: stacked digits take its side alone, points
   * nothing.
   *
   * @param recipe see {@link #recipe}
   * @param decoding where encoded images are decoded to, and on how many threads
   */
  public static DataSet open(
      String dataset, String data, long seed, ImageRecipe recipe, Decoding decoding) {
    return switch (dataset) {
      case STACKED, STACKED_60K ->
          ((StackedDigits) open(dataset, data, seed)).scaledTo(recipe.side());
      case RING, GRID -> open(dataset, data, seed);
      default -> images(dataset, data, Part.TRAIN, recipe, decoding);
    };
  }

  /**
   * The images to learn from of a set, as its makers publish them or, where they are encoded, by
   * its own recipe; decoded as in {@link Decoding#standard}.
   *
   * @throws UserError as the other
   */
  public static ImageSet images(String dataset, String data) {
    Optional<PublishedImages> published = published(dataset);
    return published.isPresent()
        ? images(dataset, data, Part.TRAIN, published.get().recipe(), Decoding.standard())
        : digits(dataset, data, Part.TRAIN);
  }

  /**
   * The images of a set. Digits are read into memory; encoded images are decoded once, into a cache
   * file, and mapped from there.
   *
   * @param dataset one of the names that stands for single images
   * @param data the folder of its files, or the file; null for {@code digits}
   * @param part to learn from or to measure with; of {@code digits} there is one part only
   * @param recipe what is made of each image
   * @param decoding where, and on how many threads
   * @throws UserError if there is no such set, or its files are missing or damaged, or more than
   *     one in a hundred cannot be used; then nothing half-made is left
   */
  public static ImageSet images(
      String dataset, String data, Part part, ImageRecipe recipe, Decoding decoding) {
    Optional<PublishedImages> published = published(dataset);
    if (published.isEmpty()) {
      return digits(dataset, data, part).prepared(recipe);
    }
    try (ImageSource source = published.get().open(data == null ? null : Path.of(data), part)) {
      return ImageCache.open(source, recipe, decoding);
    }
  }

  /**
   * What is made of a set's images unless the user wants something else; of the digits' for names
   * that stand for no encoded images.
   */
  public static ImageRecipe recipe(String dataset) {
    return published(dataset).map(PublishedImages::recipe).orElse(DIGITS_RECIPE);
  }

  private static Optional<PublishedImages> published(String dataset) {
    return PUBLISHED.stream().filter(set -> set.name().equals(dataset)).findFirst();
  }

  private static ImageSet digits(String dataset, String data, Part part) {
    if (dataset.equals(DIGITS)) {
      return EmbeddedDigits.read();
    }
    for (IdxFolder folder : FOLDERS) {
      if (folder.name().equals(dataset)) {
        return folder.read(data == null ? null : Path.of(data), part);
      }
    }
    throw new UserError(
        names().contains(dataset)
            ? "data set '%s' holds no single images".formatted(dataset)
            : "there is no data set '%s', there are %s%s"
                .formatted(
                    dataset, String.join(", ", names()), DidYouMean.among(dataset, names())));
  }
}
