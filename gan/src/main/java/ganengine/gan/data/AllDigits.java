package ganengine.gan.data;

import java.nio.file.Path;
import java.util.stream.IntStream;

/** The digits that stacks are made of: all that MNIST has, or its training set's. */
final class AllDigits {
  private AllDigits() {}

  /**
   * MNIST's 60,000 training images, then its 10,000 test images, which are in the jar.
   *
   * @param folder of the training images; null for the digits in the jar alone
   */
  static ImageSet read(IdxFolder mnist, String folder) {
    ImageSet test = EmbeddedDigits.read();
    return folder == null ? test : join(readTraining(mnist, folder), test);
  }

  /**
   * MNIST's 60,000 training images.
   *
   * @param folder of the training images; null for the digits in the jar
   */
  static ImageSet readTraining(IdxFolder mnist, String folder) {
    ImageSet test = EmbeddedDigits.read();
    return folder == null ? test : mnist.read(Path.of(folder)).scaledTo(test.height());
  }

  private static ImageSet join(ImageSet first, ImageSet second) {
    byte[] pixels = new byte[Math.addExact(first.pixels().length, second.pixels().length)];
    System.arraycopy(first.pixels(), 0, pixels, 0, first.pixels().length);
    System.arraycopy(second.pixels(), 0, pixels, first.pixels().length, second.pixels().length);
    int[] labels =
        IntStream.concat(IntStream.of(first.labels()), IntStream.of(second.labels())).toArray();
    return new ImageSet(
        "digits",
        labels.length,
        first.height(),
        first.width(),
        first.channels(),
        pixels,
        labels,
        first.classes());
  }
}
