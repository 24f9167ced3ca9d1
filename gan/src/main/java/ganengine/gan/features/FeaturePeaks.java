package ganengine.gan.features;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.Stage;
import ganengine.gan.train.TrainedDiscriminator;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Where each feature map of a layer answers most to each of some images, and how strongly. */
final class FeaturePeaks {
  private static final int BATCH = 50;

  private final Shape maps;
  private final int count;
  private final float[] responses;
  private final int[] positions;

  /**
   * @param maps what the layer gives for one image
   */
  private FeaturePeaks(Shape maps, int count) {
    this.maps = maps;
    this.count = count;
    responses = new float[count * maps.size(3)];
    positions = new int[responses.length];
  }

  static FeaturePeaks of(
      TrainedDiscriminator discriminator,
      FeatureLayers layers,
      int layer,
      ImageSet images,
      Stage done) {
    DiscriminatorInput input = DiscriminatorInput.of(discriminator);
    Module front = layers.upTo(layer);
    FeaturePeaks peaks = new FeaturePeaks(layers.shape(layer), images.count());
    for (int from = 0; from < images.count(); from += BATCH) {
      int to = Math.min(images.count(), from + BATCH);
      try (Scope batch = Scope.inference()) {
        float[] pixels = discriminator.seen(ShownImages.pixels(images, from, to));
        Tensor values = front.forward(input.of(pixels), Pass.inference());
        peaks.take(from, to, values.toFloats());
      }
      done.reached((double) to / images.count());
    }
    return peaks;
  }

  /** Finds the peaks of images [from, to) in their maps' values. */
  private void take(int from, int to, float[] values) {
    int cells = maps.size(1) * maps.size(2);
    int features = maps.size(3);
    for (int image = from; image < to; image++) {
      for (int feature = 0; feature < features; feature++) {
        int best = 0;
        for (int cell = 1; cell < cells; cell++) {
          int at = (image - from) * cells * features + feature;
          if (values[at + cell * features] > values[at + best * features]) {
            best = cell;
          }
        }
        responses[image * features + feature] =
            values[((image - from) * cells + best) * features + feature];
        positions[image * features + feature] = best;
      }
    }
  }

  float response(int image, int feature) {
    return responses[image * maps.size(3) + feature];
  }

  int row(int image, int feature) {
    return positions[image * maps.size(3) + feature] / maps.size(2);
  }

  int column(int image, int feature) {
    return positions[image * maps.size(3) + feature] % maps.size(2);
  }

  /** The images that a feature answers to most, the strongest first. */
  int[] images(int feature, int most) {
    return IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparingDouble(image -> -response(image, feature)))
        .limit(most)
        .mapToInt(image -> image)
        .toArray();
  }

  /** The features whose mean response to their own best images is largest, the strongest first. */
  int[] strongest(int most, int images) {
    return IntStream.range(0, maps.size(3))
        .boxed()
        .sorted(Comparator.comparingDouble(feature -> -strength(feature, images)))
        .limit(most)
        .mapToInt(feature -> feature)
        .toArray();
  }

  private double strength(int feature, int images) {
    double sum = 0;
    for (int image : images(feature, images)) {
      sum += response(image, feature);
    }
    return sum;
  }
}
