package ganengine.gan.data;

import java.io.FileNotFoundException;
import java.io.InputStream;

/** MNIST's 10,000 test digits, which are in the jar, so that a first run needs no download. */
final class EmbeddedDigits {
  private static final String FOLDER = "/ganengine/gan/digits/";

  private EmbeddedDigits() {}

  /** 10,000 images of 28 x 28 x 1, labelled 0 to 9. */
  static ImageSet read() {
    return LabelledImages.join(
        "digits", resource("t10k-images-idx3-ubyte.gz"), resource("t10k-labels-idx1-ubyte.gz"));
  }

  private static IdxFile resource(String file) {
    return new IdxFile(
        "gan-engine.jar!" + FOLDER + file,
        () -> {
          InputStream stream = EmbeddedDigits.class.getResourceAsStream(FOLDER + file);
          if (stream == null) {
            throw new FileNotFoundException("the jar lacks it");
          }
          return stream;
        });
  }
}
