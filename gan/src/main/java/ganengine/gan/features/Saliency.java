package ganengine.gan.features;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.data.ImageSet;
import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.image.ImageGrid;
import ganengine.gan.model.ImageShape;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.TrainedDiscriminator;
import ganengine.kernels.Device;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the strongest features of a discriminator's layer answer to, by {@link
 * GuidedBackpropagation}, beside the same network with random weights (Radford et al. 2015, figure
 * 5).
 *
 * @param report the numbers
 * @param picture two rows a feature, the images it answers to most and under each its guided
 *     gradient, grey where it is 0; the trained discriminator on the left, random weights on the
 *     right
 */
public record Saliency(SaliencyReport report, BufferedImage picture) {
  /**
   * What is asked.
   *
   * @param layer counted from 1; 0 for the last one
   * @param features how many, the strongest
   * @param images for each feature
   */
  public record Question(int layer, int features, int images) {}

  /**
   * Looks at a discriminator.
   *
   * @param images to look among, of the size that it takes, at least as many as are asked for
   * @param seed of the random weights
   * @throws ganengine.gan.UserError if it has no feature maps, or no such layer
   */
  public static Saliency of(
      Checkpoint checkpoint,
      Device device,
      ImageSet images,
      Question question,
      long seed,
      EvaluationListener listener) {
    try (TrainedDiscriminator trained = TrainedDiscriminator.of(checkpoint, device);
        TrainedDiscriminator random = TrainedDiscriminator.untrained(checkpoint, device, seed)) {
      Side left = new Side(trained, question, images, share -> listener.working("trained", share));
      Side right =
          new Side(random, question, images, share -> listener.working("random weights", share));
      Shape maps = left.maps;
      SaliencyReport report =
          new SaliencyReport(
              images.name(),
              left.layer,
              maps.size(3),
              maps.size(1),
              maps.size(2),
              images.count(),
              left.features,
              right.features);
      return new Saliency(report, picture(left, right, trained.image()));
    }
  }

  private static BufferedImage picture(Side left, Side right, ImageShape image) {
    int rows = left.tiles.size();
    int columns = left.tiles.get(0).length / image.size();
    int row = (2 * columns + 1) * image.size();
    float[] all = new float[rows * row];
    Arrays.fill(all, -1);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(left.tiles.get(i), 0, all, i * row, columns * image.size());
      int start = i * row + (columns + 1) * image.size();
      System.arraycopy(right.tiles.get(i), 0, all, start, columns * image.size());
    }
    return ImageGrid.of(all, image.side(), image.side(), image.channels(), rows, 2 * columns + 1);
  }

  /** One network's features, and what is drawn of them: rows of images in [-1, 1]. */
  private static final class Side {
    private final TrainedDiscriminator discriminator;
    private final DiscriminatorInput input;
    private final FeatureLayers layers;
    private final int layer;
    private final Shape maps;
    private final List<SaliencyReport.Feature> features = new ArrayList<>();
    private final List<float[]> tiles = new ArrayList<>();

    Side(
        TrainedDiscriminator discriminator,
        Question question,
        ImageSet images,
        ganengine.gan.measure.Stage done) {
      this.discriminator = discriminator;
      input = DiscriminatorInput.of(discriminator);
      layers = FeatureLayers.of(discriminator.network(), input.shape(1));
      layer = question.layer() == 0 ? layers.count() : layers.require(question.layer(), "--layer");
      maps = layers.shape(layer);
      FeaturePeaks peaks = FeaturePeaks.of(discriminator, layers, layer, images, done);
      for (int feature : peaks.strongest(question.features(), question.images())) {
        add(feature, peaks, images, question.images());
      }
    }

    private void add(int feature, FeaturePeaks peaks, ImageSet images, int most) {
      int[] best = peaks.images(feature, most);
      ImageSet picked = images.picked(Arrays.stream(best).asLongStream().toArray());
      float[] pixels = ShownImages.pixels(picked, 0, best.length);
      float[] onPeaks = new float[best.length * maps.elements()];
      for (int i = 0; i < best.length; i++) {
        int cell = peaks.row(best[i], feature) * maps.size(2) + peaks.column(best[i], feature);
        onPeaks[(i * maps.size(1) * maps.size(2) + cell) * maps.size(3) + feature] = 1;
      }
      float[] gradients = guided(pixels, maps.with(0, best.length), onPeaks);
      List<SaliencyReport.Peak> found = new ArrayList<>();
      for (int i = 0; i < best.length; i++) {
        SaliencyReport.Box part = GradientTile.normalise(gradients, i, input.image());
        Integer label = picked.labels() == null ? null : picked.labels()[i];
        found.add(
            new SaliencyReport.Peak(
                label,
                peaks.response(best[i], feature),
                peaks.row(best[i], feature),
                peaks.column(best[i], feature),
                part));
      }
      features.add(new SaliencyReport.Feature(feature, found));
      tiles.add(pixels);
      tiles.add(gradients);
    }

    private float[] guided(float[] pixels, Shape shape, float[] gradOutput) {
      try (Scope scope = Scope.inference()) {
        Tensor images = input.of(discriminator.seen(pixels));
        return input.byImage(
            GuidedBackpropagation.gradient(
                layers.upTo(layer), images, Tensor.of(shape, gradOutput)));
      }
    }
  }
}
