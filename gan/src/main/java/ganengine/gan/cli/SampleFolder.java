package ganengine.gan.cli;

import ganengine.gan.AtomicFile;
import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.gan.image.ImageGrid;
import ganengine.gan.image.PngFile;
import ganengine.gan.model.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * One PNG file an image.
 *
 * @param folder made if missing; samples of two runs in one folder would be taken for one, so it
 *     must be empty
 */
record SampleFolder(Path folder) implements SampleTarget {
  @Override
  public void check() {
    if (Files.exists(folder)) {
      requireEmpty();
    }
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      throw new UserError(
          "--out %s: can't be made: %s %s"
              .formatted(
                  folder,
                  there,
                  Files.isDirectory(there) ? "can't be written to" : "is not a folder"));
    }
  }

  private void requireEmpty() {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new UserError("--out %s: is not empty; give a new folder".formatted(folder));
      }
    } catch (IOException e) {
      throw new UserError("--out %s: can't be read: %s".formatted(folder, AtomicFile.reason(e)), e);
    }
  }

  @Override
  public void write(float[] images, ImageShape image, int classes) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RunFailure("cannot make %s: %s".formatted(folder, AtomicFile.reason(e)), e);
    }
    for (int i = 0; i < images.length / image.size(); i++) {
      PngFile.write(
          ImageGrid.single(images, i, image.side(), image.side(), image.channels()),
          folder.resolve("%06d.png".formatted(i)));
    }
  }

  @Override
  public String describe(int count) {
    return "%,d images in %s".formatted(count, folder);
  }
}
