package ganengine.gan.data;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The data sets that can be trained on, by name. */
public final class DataSets {
  private static final String DIGITS = "digits";
  private static final String STACKED = "stacked-mnist";
  private static final String RING = "ring";
  private static final String GRID = "grid";
  private static final IdxFolder MNIST =
      new IdxFolder("mnist", "https://ossci-datasets.s3.amazonaws.com/mnist/");
  private static final List<IdxFolder> FOLDERS =
      List.of(
          MNIST,
          new IdxFolder(
              "fashion-mnist", "https://github.com/zalandoresearch/fashion-mnist (data/fashion)"));

  private DataSets() {}

  /** All names. */
  public static List<String> names() {
    return Stream.of(
            Stream.of(DIGITS),
            FOLDERS.stream().map(IdxFolder::name),
            Stream.of(STACKED, RING, GRID))
        .flatMap(names -> names)
        .toList();
  }

  /**
   * Reads a data set into memory, or draws it.
   *
   * @param dataset {@code digits}, the 10,000 test images of MNIST that are in the jar; {@code
   *     mnist} or {@code fashion-mnist}, the 60,000 training images; {@code stacked-mnist}, 128,000
   *     {@link StackedDigits} of all 70,000; {@code ring} or {@code grid}, a {@link PointSet} of
   *     100,000
   * @param data the folder of its files; null for {@code digits}, {@code ring} and {@code grid};
   *     {@code stacked-mnist} stacks the digits in the jar where it is null
   * @param seed of the stacks or points
   * @throws UserError if there is no such data set, or its files are missing or damaged
   */
  public static DataSet open(String dataset, String data, long seed) {
    return switch (dataset) {
      case STACKED ->
          StackedDigits.draw(
              STACKED, AllDigits.read(MNIST, data), StackedDigits.TRAINING_COUNT, seed);
      case RING -> PointSet.ring(PointSet.TRAINING_COUNT, seed);
      case GRID -> PointSet.grid(PointSet.TRAINING_COUNT, seed);
      default -> images(dataset, data);
    };
  }

  /**
   * Reads a set of images into memory.
   *
   * @param dataset one of the names above that stands for single images
   * @param data the folder of its files; null for {@code digits}
   * @throws UserError if there is no such set, or its files are missing or damaged
   */
  public static ImageSet images(String dataset, String data) {
    if (dataset.equals(DIGITS)) {
      return EmbeddedDigits.read();
    }
    for (IdxFolder folder : FOLDERS) {
      if (folder.name().equals(dataset)) {
        return folder.read(data == null ? null : Path.of(data));
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
