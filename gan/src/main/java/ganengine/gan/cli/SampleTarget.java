package ganengine.gan.cli;

import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.gan.model.ImageShape;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of the places that {@code sample} writes to. */
interface SampleTarget {
  /**
   * Checks that it can be written, before anything is computed; makes nothing yet.
   *
   * @throws UserError if not
   */
  void check();

  /**
   * Writes all images.
   *
   * @param images [count, height, width, channels] in [-1, 1]
   * @param classes that they are of in turns; 0 for none
   * @throws RunFailure if it cannot be written
   */
  void write(float[] images, ImageShape image, int classes);

  /** What was written where, in one line. */
  String describe(int count);

  /** For a single file: its folder must be there. */
  static void requireFolderOf(Path file, String option) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new UserError(
          "%s %s: %s"
              .formatted(
                  option,
                  file,
                  Files.isDirectory(file)
                      ? "is a folder, expected a file"
                      : "there is no folder " + folder));
    }
    if (!Files.isWritable(folder)) {
      throw new UserError("%s %s: the folder can't be written to".formatted(option, file));
    }
  }
}
