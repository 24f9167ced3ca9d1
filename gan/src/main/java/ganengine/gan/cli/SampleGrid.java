package ganengine.gan.cli;

import ganengine.gan.image.ImageGrid;
import ganengine.gan.image.PngFile;
import ganengine.gan.model.ImageShape;
import java.nio.file.Path;

/** All images in one picture. */
record SampleGrid(Path file) implements SampleTarget {
  @Override
  public void prepare() {
    SampleTarget.requireFolderOf(file, "--grid");
  }

  @Override
  public void write(float[] images, ImageShape image) {
    PngFile.write(ImageGrid.of(images, image.side(), image.side(), image.channels()), file);
  }

  @Override
  public String describe(int count) {
    return "a grid of %,d images: %s".formatted(count, file);
  }
}
