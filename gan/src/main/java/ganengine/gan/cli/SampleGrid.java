package ganengine.gan.cli;

import ganengine.gan.image.PngFile;
import ganengine.gan.image.SampleSheet;
import ganengine.gan.model.ImageShape;
import java.nio.file.Path;

/** All images in one picture. */
record SampleGrid(Path file) implements SampleTarget {
  @Override
  public void check() {
    SampleTarget.requireFolderOf(file, "--grid");
  }

  @Override
  public void write(float[] images, ImageShape image, int classes) {
    PngFile.write(new SampleSheet(image.side(), image.channels(), classes).draw(images), file);
  }

  @Override
  public String describe(int count) {
    return "a grid of %,d images: %s".formatted(count, file);
  }
}
