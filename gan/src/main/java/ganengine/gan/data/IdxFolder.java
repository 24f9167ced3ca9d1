package ganengine.gan.data;

import ganengine.gan.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A data set in MNIST's four files, of which the two with the training images are read.
 *
 * @param name the data set's
 * @param origin where its files can be had
 */
record IdxFolder(String name, String origin) {
  private static final List<String> IMAGES =
      List.of("train-images-idx3-ubyte", "train-images.idx3-ubyte");
  private static final List<String> LABELS =
      List.of("train-labels-idx1-ubyte", "train-labels.idx1-ubyte");

  /**
   * Reads the images and labels.
   *
   * @param folder where the files are, or where a folder of the data set's name holds them; null if
   *     the user gave none
   */
  ImageSet read(Path folder) {
    if (folder == null) {
      throw new UserError(
          "data set '%s' needs --data DIR, the folder with %s.gz and %s.gz; get them from %s"
              .formatted(name, IMAGES.get(0), LABELS.get(0), origin));
    }
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "--data %s: %s; expected the folder with %s.gz and %s.gz"
              .formatted(
                  folder,
                  Files.exists(folder) ? "is not a folder" : "there is no such folder",
                  IMAGES.get(0),
                  LABELS.get(0)));
    }
    return LabelledImages.join(
        name, IdxFile.at(find(folder, IMAGES)), IdxFile.at(find(folder, LABELS)));
  }

  private Path find(Path folder, List<String> spellings) {
    for (Path place : List.of(folder, folder.resolve(name))) {
      for (String spelling : spellings) {
        for (String file : List.of(spelling + ".gz", spelling)) {
          if (Files.exists(place.resolve(file))) {
            return place.resolve(file);
          }
        }
      }
    }
    throw new UserError(
        "--data %s: holds no %s.gz, neither directly nor in %s; get it from %s"
            .formatted(folder, spellings.get(0), folder.resolve(name), origin));
  }
}
