package ganengine.gan.onnx;

import ai.onnxruntime.OrtException;
import ganengine.engine.tensor.Shape;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.RealData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole networks beside onnxruntime. */
final class NetworksTest {
  @TempDir Path folder;

  @Test
  void aSmallInception() throws IOException, OrtException {
    Path file = SmallInception.write(folder.resolve("small.onnx"));

    Peer.assertAgrees(file, 2, 3, 75, 75);
  }

  /** TensorFlow's models take [batch, height, width, channels]. */
  @Test
  void imagesWithChannelsLast() throws IOException, OrtException {
    Path file =
        new ModelWriter(13)
            .input("images", 0, 8, 6, 3)
            .node("Transpose", "images x", "perm", new long[] {0, 3, 1, 2})
            .node("Conv", "x w y", "auto_pad", "SAME_UPPER")
            .weights("w", 5, 3, 3, 3)
            .output("y")
            .write(folder.resolve("last.onnx"));

    Peer.assertAgrees(file, 2, 8, 6, 3);
  }

  /** A file that others made, on a real digit. */
  @Test
  void theModelZoosDigitClassifier() throws IOException, OrtException {
    ImageSet digits = DataSets.images("digits", null);
    float[] digit = new float[28 * 28];
    for (int i = 0; i < digit.length; i++) {
      digit[i] = digits.pixels()[i] & 0xFF;
    }

    Peer.assertAgrees(RealData.at("judge/mnist-8.onnx"), Shape.of(1, 1, 28, 28), scaled(digit));
  }

  /** Its logits are in the thousands otherwise. */
  private static float[] scaled(float[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] /= 255;
    }
    return pixels;
  }
}
