package ganengine.gan.reproduce;

import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.Features;
import ganengine.gan.measure.NearestNeighbourError;
import ganengine.gan.measure.Stage;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.kernels.Device;
import java.util.Arrays;
import java.util.Map;

/**
 * {@code error}: per cent of MNIST's 10,000 test digits whose nearest neighbour among generated
 * ones is of another class.
 */
public final class NearestGenerated implements TrialMeasure {
  private static final int CHUNK = 1000;
  private static final float SCALE = 2 / 255f;

  @Override
  public Map<String, Double> judge(Checkpoint checkpoint, int samples, Device device) {
    ImageSet test = DataSets.images("digits", null).scaledTo(checkpoint.config().imageSize());
    int[] asked = new int[samples];
    for (int i = 0; i < samples; i++) {
      asked[i] = i % test.classes();
    }
    try (Sampler sampler = new Sampler(checkpoint, device)) {
      Features drawn = new Features(draw(sampler, asked), samples, test.imageSize());
      Features real = new Features(floats(test.pixels()), test.count(), test.imageSize());
      double error = NearestNeighbourError.of(drawn, asked, real, test.labels(), Stage.SILENT);
      return Map.of("error", 100 * error);
    }
  }

  private static float[] draw(Sampler sampler, int[] asked) {
    int size = sampler.image().size();
    float[] drawn = new float[Math.multiplyExact(asked.length, size)];
    for (int from = 0; from < asked.length; from += CHUNK) {
      int[] chunk = Arrays.copyOfRange(asked, from, Math.min(asked.length, from + CHUNK));
      float[] images = sampler.draw(chunk, from / CHUNK);
      System.arraycopy(images, 0, drawn, from * size, images.length);
    }
    return drawn;
  }

  private static float[] floats(byte[] pixels) {
    float[] floats = new float[pixels.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (pixels[i] & 0xFF) * SCALE - 1;
    }
    return floats;
  }
}
