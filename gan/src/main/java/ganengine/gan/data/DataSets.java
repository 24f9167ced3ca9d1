package ganengine.gan.data;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The data sets that can be trained on, by name. */
public final class DataSets {
  private static final String DIGITS = "digits";
  private static final List<IdxFolder> FOLDERS =
      List.of(
          new IdxFolder("mnist", "https://ossci-datasets.s3.amazonaws.com/mnist/"),
          new IdxFolder(
              "fashion-mnist", "https://github.com/zalandoresearch/fashion-mnist (data/fashion)"));

  private DataSets() {}

  /** All names. */
  public static List<String> names() {
    return Stream.concat(Stream.of(DIGITS), FOLDERS.stream().map(IdxFolder::name)).toList();
  }

  /**
   * Reads a data set into memory.
   *
   * @param dataset {@code digits}, the 10,000 test images of MNIST that are in the jar; {@code
   *     mnist} or {@code fashion-mnist}, the 60,000 training images
   * @param data the folder of its files; null for {@code digits}
   * @throws UserError if there is no such data set, or its files are missing or damaged
   */
  public static ImageSet open(String dataset, String data) {
    if (dataset.equals(DIGITS)) {
      return EmbeddedDigits.read();
    }
    for (IdxFolder folder : FOLDERS) {
      if (folder.name().equals(dataset)) {
        return folder.read(data == null ? null : Path.of(data));
      }
    }
    throw new UserError(
        "there is no data set '%s', there are %s%s"
            .formatted(dataset, String.join(", ", names()), DidYouMean.among(dataset, names())));
  }
}
