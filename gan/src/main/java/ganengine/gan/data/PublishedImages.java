package ganengine.gan.data;

import ganengine.gan.UserError;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A data set that lies in files of encoded images.
 *
 * @param name the data set's
 * @param recipe what is made of its images unless the user wants something else
 * @param files what to look for, for messages
 * @param origin where they can be had
 * @param finder finds and reads them
 */
record PublishedImages(
    String name, ImageRecipe recipe, String files, String origin, Finder finder) {

  /** Finds the files below a place. */
  @FunctionalInterface
  interface Finder {
    /** One part of the data set; empty if the files are not there. */
    Optional<ImageSource> find(Path data, Part part);
  }

  /**
   * Opens the files.
   *
   * @param data what the user gave with {@code --data}; null if nothing
   * @throws UserError if they are not there, or damaged
   */
  ImageSource open(Path data, Part part) {
    if (data == null) {
      throw new UserError(
          "data set '%s' needs --data DIR, the folder with %s%s".formatted(name, files, where()));
    }
    return finder
        .find(data, part)
        .orElseThrow(
            () ->
                new UserError(
                    "--data %s: holds no %s, neither directly nor in %s%s"
                        .formatted(data, files, data.resolve(name), where())));
  }

  private String where() {
    return origin.isEmpty() ? "" : "; get it from " + origin;
  }
}
