package ganengine.gan.data;

import ganengine.gan.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A data set in MNIST's four files, two for each of its parts.
 *
 * @param name the data set's
 * @param origin where its files can be had
 */
record IdxFolder(String name, String origin) {
  private static final String IMAGES = "-images-idx3-ubyte";
  private static final String LABELS = "-labels-idx1-ubyte";

  /** The images and labels to learn from; see the other. */
  ImageSet read(Path folder) {
    return read(folder, Part.TRAIN);
  }

  /**
   * Reads the images and labels.
   *
   * @param folder where the files are, or where a folder of the data set's name holds them; null if
   *     the user gave none
   */
  ImageSet read(Path folder, Part part) {
    String prefix = part == Part.TRAIN ? "train" : "t10k";
    String images = prefix + IMAGES;
    String labels = prefix + LABELS;
    if (folder == null) {
      throw new UserError(
          "data set '%s' needs --data DIR, the folder with %s.gz and %s.gz; get them from %s"
              .formatted(name, images, labels, origin));
    }
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "--data %s: %s; expected the folder with %s.gz and %s.gz"
              .formatted(
                  folder,
                  Files.exists(folder) ? "is not a folder" : "there is no such folder",
                  images,
                  labels));
    }
    return LabelledImages.join(
        name, IdxFile.at(find(folder, images)), IdxFile.at(find(folder, labels)));
  }

  /** Some copies are named with a dot, as train-images.idx3-ubyte. */
  private Path find(Path folder, String file) {
    for (Path place : List.of(folder, folder.resolve(name), folder.resolve("raw"))) {
      for (String spelling : List.of(file, file.replace("-idx", ".idx"))) {
        for (String ending : List.of(".gz", "")) {
          if (Files.exists(place.resolve(spelling + ending))) {
            return place.resolve(spelling + ending);
          }
        }
      }
    }
    throw new UserError(
        "--data %s: holds no %s.gz, neither directly nor in %s; get it from %s"
            .formatted(folder, file, folder.resolve(name), origin));
  }
}
