package ganengine.gan.cli;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import ganengine.gan.AtomicFile;
import ganengine.gan.RunFailure;
import ganengine.gan.model.ImageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** All images as one array in a file for NumPy. */
record SampleNumbers(Path file) implements SampleTarget {
  @Override
  public void check() {
    SampleTarget.requireFolderOf(file, "--npz");
  }

  @Override
  public void write(float[] images, ImageShape image, int classes) {
    int[] shape = image.batch(images.length / image.size()).toArray();
    try {
      Npz.write(file, Map.of("samples", HostTensor.of(shape, images)));
    } catch (IOException e) {
      throw new RunFailure("cannot write %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  @Override
  public String describe(int count) {
    return "the numbers of %,d images: %s".formatted(count, file);
  }
}
