package ganengine.gan.project;

import ganengine.engine.tensor.Scope;
import ganengine.gan.UserError;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.Shuffle;
import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.measure.Classifier;
import ganengine.gan.model.ImageShape;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.gan.train.TrainedDiscriminator;
import ganengine.kernels.Device;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A check against memorising: samples beside their nearest training images, by pixels and by
 * features. Features are those of a classifier of ours for digits and clothes, else of the run's
 * own discriminator, if that has convolutions and takes no labels.
 */
public final class NearestTraining {
  /** Training images that show what real ones get. */
  private static final int REALS = 500;

  private final Checkpoint checkpoint;
  private final ImageSet training;
  private final Device device;
  private final float[] samples;
  private final ImageShape image;
  private final List<Neighbours> found = new ArrayList<>();

  private NearestTraining(
      Checkpoint checkpoint, ImageSet training, Device device, float[] samples, ImageShape image) {
    this.checkpoint = checkpoint;
    this.training = training;
    this.device = device;
    this.samples = samples;
    this.image = image;
  }

  /**
   * Draws samples and finds their neighbours.
   *
   * @param data what the run is trained on, at its images' size
   * @param count of samples
   * @param neighbours of each
   * @param seed of samples and choices
   * @throws UserError if the data are no single images, or there are too few
   */
  @SuppressWarnings("try") // The scope works by being open.
  public static NearestTraining find(
      Checkpoint checkpoint,
      DataSet data,
      Device device,
      int count,
      int neighbours,
      long seed,
      EvaluationListener listener) {
    ImageSet training = requireImages(data, neighbours);
    try (Scope scope = Scope.open(device);
        Sampler sampler = new Sampler(checkpoint, device)) {
      if (sampler.image().size() != training.imageSize()) {
        throw new UserError(
            "the run's images are %d x %d x %d, those of %s %d x %d x %d"
                .formatted(
                    sampler.image().side(),
                    sampler.image().side(),
                    sampler.image().channels(),
                    training.name(),
                    training.height(),
                    training.width(),
                    training.channels()));
      }
      NearestTraining made =
          new NearestTraining(
              checkpoint, training, device, sampler.draw(count, seed), sampler.image());
      made.search(neighbours, seed, listener);
      return made;
    }
  }

  /**
   * Checks, before anything is drawn.
   *
   * @throws UserError if the data are no single images, or not more than the neighbours
   */
  private static ImageSet requireImages(DataSet data, int neighbours) {
    if (!(data instanceof ImageSet images)) {
      throw new UserError(
          "data set %s is drawn by chance and holds no single images to be remembered"
              .formatted(data.name()));
    }
    if (neighbours >= images.count()) {
      throw new UserError(
          "--neighbours: expected 1 to %d, found %d".formatted(images.count() - 1, neighbours));
    }
    return images;
  }

  private void search(int neighbours, long seed, EvaluationListener listener) {
    int[] order = Shuffle.order(seed, 0, training.count());
    int[] reals = Arrays.copyOf(order, Math.min(REALS, order.length));
    find(FeatureSpace.pixels(training.imageSize()), reals, neighbours, listener);
    Optional<Classifier.Kind> kind = ClassifierSpace.kind(training);
    if (kind.isPresent()) {
      try (Classifier classifier = new Classifier(kind.get(), device)) {
        find(new ClassifierSpace(classifier, training.height()), reals, neighbours, listener);
      }
    } else if (!checkpoint.config().model().equals("mlp") && checkpoint.classes() == 0) {
      try (TrainedDiscriminator discriminator = TrainedDiscriminator.of(checkpoint, device)) {
        find(new DiscriminatorSpace(discriminator), reals, neighbours, listener);
      }
    }
  }

  private void find(FeatureSpace space, int[] reals, int neighbours, EvaluationListener listener) {
    String what = "nearest training images by " + space.name();
    found.add(
        Neighbours.find(
            samples, training, reals, neighbours, space, share -> listener.working(what, share)));
  }

  /** A row for each sample: the sample, then its nearest training images in each space. */
  public BufferedImage picture() {
    int most = found.get(0).most();
    int rows = found.get(0).samples();
    Strip strip = new Strip(image, rows, 1 + found.size() * (most + 1));
    for (int row = 0; row < rows; row++) {
      strip.add(samples, row);
      for (Neighbours space : found) {
        strip.skip();
        for (int k = 0; k < most; k++) {
          strip.add(Neighbours.images(training, space.numbers()[row * most + k], 1), 0);
        }
      }
    }
    return strip.draw();
  }

  /** The numbers; for conditional runs on MNIST the 1-NN check is made here. */
  public NeighbourReport report(EvaluationListener listener) {
    ConditionalCheck check = null;
    if (ConditionalCheck.fits(checkpoint, training)) {
      listener.working("nearest neighbours of test digits", 0);
      try (Scope scope = Scope.open(device)) {
        check = ConditionalCheck.of(checkpoint, training, scope.device());
      }
    }
    return new NeighbourReport(
        checkpoint.step(),
        device.description(),
        training.count(),
        found.stream().map(NeighbourReport.Space::of).toList(),
        check);
  }
}
