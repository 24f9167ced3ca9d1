package ganengine.gan.project;

import ganengine.engine.op.Sum;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.measure.Features;
import ganengine.gan.train.TrainedDiscriminator;
import java.util.Arrays;

/**
 * What the run's own discriminator sees: the mean of each map of {@link ConvolutionFeatures}, which
 * takes no account of where something is. For discriminators that take no labels.
 */
final class DiscriminatorSpace implements FeatureSpace {
  private static final int BATCH = 100;

  private final TrainedDiscriminator discriminator;
  private final ConvolutionFeatures features;

  /**
   * Of this discriminator, while it is open.
   *
   * @throws ganengine.gan.UserError if it has no convolutions
   */
  DiscriminatorSpace(TrainedDiscriminator discriminator) {
    this.discriminator = discriminator;
    this.features = new ConvolutionFeatures(discriminator);
  }

  @Override
  public String name() {
    return "discriminator features";
  }

  @Override
  public Features of(float[] images) {
    int size = discriminator.image().size();
    int count = images.length / size;
    int width = features.maps();
    float[] rows = new float[count * width];
    for (int from = 0; from < count; from += BATCH) {
      int take = Math.min(BATCH, count - from);
      float[] batch = Arrays.copyOfRange(images, from * size, (from + take) * size);
      float[] read = batch(discriminator.seen(batch), take);
      System.arraycopy(read, 0, rows, from * width, read.length);
    }
    return new Features(rows, count, width);
  }

  @SuppressWarnings("try") // The scope works by being open.
  private float[] batch(float[] seen, int count) {
    try (Scope scope = Scope.inference()) {
      Tensor activations = features.of(Tensor.of(discriminator.image().batch(count), seen), null);
      return Sum.mean(activations, false, 1, 2).toFloats();
    }
  }
}
