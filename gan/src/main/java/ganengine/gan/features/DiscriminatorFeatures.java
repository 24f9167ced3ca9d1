package ganengine.gan.features;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.measure.Stage;
import ganengine.gan.train.TrainedDiscriminator;
import java.util.Arrays;
import java.util.List;

/**
 * A discriminator's features of images (Radford et al. 2015, section 5.1): the maps of all its
 * layers, each max-pooled to a {@value #GRID} x {@value #GRID} grid, flattened and joined. In
 * inference, so that an image's features depend on it alone.
 */
public final class DiscriminatorFeatures {
  /** Cells on each axis that maps are pooled to. */
  public static final int GRID = 4;

  private static final int BATCH = 50;

  private final TrainedDiscriminator discriminator;
  private final DiscriminatorInput input;
  private final FeatureLayers layers;

  /**
   * Features of this discriminator, while it is open.
   *
   * @throws ganengine.gan.UserError if it has no feature maps
   */
  public DiscriminatorFeatures(TrainedDiscriminator discriminator) {
    this.discriminator = discriminator;
    input = DiscriminatorInput.of(discriminator);
    layers = FeatureLayers.of(discriminator.network(), input.shape(1));
  }

  /** Features that each layer gives, the first one's first. */
  public int[] widths() {
    int[] widths = new int[layers.count()];
    for (int i = 0; i < widths.length; i++) {
      Shape maps = layers.shape(i + 1);
      widths[i] = Math.min(GRID, maps.size(1)) * Math.min(GRID, maps.size(2)) * maps.size(3);
    }
    return widths;
  }

  /**
   * The features, [count, sum of {@link #widths}].
   *
   * @param images [count, side, side, channels] in [-1, 1]
   */
  public float[] of(float[] images, Stage done) {
    int size = input.image().size();
    int count = images.length / size;
    int width = Arrays.stream(widths()).sum();
    float[] features = new float[Math.multiplyExact(count, width)];
    for (int from = 0; from < count; from += BATCH) {
      int to = Math.min(count, from + BATCH);
      fill(Arrays.copyOfRange(images, from * size, to * size), features, from * width, width);
      done.reached((double) to / count);
    }
    return features;
  }

  private void fill(float[] images, float[] features, int at, int width) {
    try (Scope batch = Scope.inference()) {
      List<Tensor> maps = layers.maps(input.of(discriminator.seen(images)));
      int start = at;
      for (Tensor layer : maps) {
        Shape shape = layer.shape();
        float[] pooled =
            GridPooling.max(layer.toFloats(), shape.size(1), shape.size(2), shape.size(3), GRID);
        int own = pooled.length / shape.size(0);
        for (int i = 0; i < shape.size(0); i++) {
          System.arraycopy(pooled, i * own, features, start + i * width, own);
        }
        start += own;
      }
    }
  }
}
