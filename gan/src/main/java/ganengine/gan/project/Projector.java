package ganengine.gan.project;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.gan.measure.Stage;
import ganengine.gan.train.Sampler;
import ganengine.gan.train.TrainedDiscriminator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts images onto a generator's range: for each the z, found by gradient descent from several
 * beginnings, whose image is nearest. z that are uniform stay in [-1, 1].
 */
public final class Projector {
  /** Rows on the device at a time, whole images' restarts. */
  private static final int MOST_ROWS = 256;

  private final Sampler sampler;
  private final ConvolutionFeatures features;
  private final ProjectionSettings settings;

  /**
   * For this generator.
   *
   * @param discriminator of the same run, on the same device, for its features; null where {@code
   *     featureWeight} is 0
   * @throws UserError if the run is of points, or features are wanted of a discriminator without
   *     convolutions
   */
  public Projector(
      Sampler sampler, TrainedDiscriminator discriminator, ProjectionSettings settings) {
    if (sampler.image().side() == 1) {
      throw new UserError("this run makes points; only images can be projected");
    }
    this.sampler = sampler;
    this.settings = settings;
    this.features = settings.featureWeight() == 0 ? null : new ConvolutionFeatures(discriminator);
  }

  /**
   * The projection of each image. Where labels condition the generator and none is given, restarts
   * take all classes in turns, at least one each, and the best one says which it is.
   *
   * @param targets [count, side, side, channels] in [-1, 1]
   * @param label the class of all images; null for unknown
   * @param seed of the z to begin with
   * @param done is told the share of all steps
   * @throws UserError if there is no such class
   * @throws RunFailure if the descent of every restart of an image ends in no number
   */
  public List<Projection> project(float[] targets, Integer label, long seed, Stage done) {
    int size = sampler.image().size();
    int count = targets.length / size;
    int restarts = restarts(label);
    requireClass(label);
    done.reached(0);
    int latent = sampler.latents().length();
    float[] starts = sampler.latents(Math.multiplyExact(count, restarts), seed);
    int most = Math.max(1, MOST_ROWS / restarts);
    List<Projection> found = new ArrayList<>();
    for (int from = 0; from < count; from += most) {
      int begin = from;
      int take = Math.min(most, count - from);
      float[] some = Arrays.copyOfRange(targets, from * size, (from + take) * size);
      int first = from * restarts * latent;
      float[] start = Arrays.copyOfRange(starts, first, first + take * restarts * latent);
      found.addAll(some(some, start, label, share -> done.reached((begin + share * take) / count)));
    }
    return found;
  }

  private int restarts(Integer label) {
    int classes = sampler.classes();
    return classes == 0 || label != null
        ? settings.restarts()
        : (settings.restarts() + classes - 1) / classes * classes;
  }

  private void requireClass(Integer label) {
    if (label != null && (label < 0 || label >= sampler.classes())) {
      throw new UserError(
          sampler.classes() == 0
              ? "--label: this generator takes no labels: it was trained with conditional none"
              : "--label: there is no class %d; expected 0 to %d"
                  .formatted(label, sampler.classes() - 1));
    }
  }

  @SuppressWarnings("try") // The scope works by being open.
  private List<Projection> some(float[] targets, float[] start, Integer label, Stage done) {
    int rows = start.length / sampler.latents().length();
    int images = targets.length / sampler.image().size();
    int[] labels = labels(rows, label);
    try (Scope scope = Scope.inference();
        ProjectionBatch batch =
            new ProjectionBatch(
                loss(targets, rows / images, labels), start, sampler.latents(), settings)) {
      Restarts ends = batch.descend(done);
      float[] losses = batch.losses(ends.latents());
      return best(targets, labels, ends, losses);
    }
  }

  private int[] labels(int rows, Integer label) {
    int[] labels = new int[rows];
    for (int row = 0; row < rows && sampler.classes() > 0; row++) {
      labels[row] = label == null ? row % sampler.classes() : label;
    }
    return labels;
  }

  private ProjectionLoss loss(float[] targets, int restarts, int[] labels) {
    int size = sampler.image().size();
    float[] repeated = new float[labels.length * size];
    float[] seen = sampler.seen(targets);
    for (int row = 0; row < labels.length; row++) {
      System.arraycopy(seen, row / restarts * size, repeated, row * size, size);
    }
    return new ProjectionLoss(
        sampler.generator(),
        Tensor.of(sampler.image().batch(labels.length), repeated),
        sampler.classes() == 0 ? null : oneHot(labels, sampler.classes()),
        sampler.latents().distribution().equals("normal") ? settings.prior() : 0,
        features,
        settings.featureWeight());
  }

  private static Tensor oneHot(int[] labels, int classes) {
    float[] vectors = new float[labels.length * classes];
    for (int row = 0; row < labels.length; row++) {
      vectors[row * classes + labels[row]] = 1;
    }
    return Tensor.of(Shape.of(labels.length, classes), vectors);
  }

  private List<Projection> best(float[] targets, int[] labels, Restarts ends, float[] losses) {
    int size = sampler.image().size();
    int latent = sampler.latents().length();
    int restarts = labels.length / (targets.length / size);
    float[] images = sampler.images(ends.latents(), labels);
    List<Projection> found = new ArrayList<>();
    for (int image = 0; image * size < targets.length; image++) {
      double[] ratios = new double[restarts];
      int best = -1;
      for (int r = 0; r < restarts; r++) {
        int row = image * restarts + r;
        ratios[r] = Psnr.of(images, row, targets, image, size);
        if (!Float.isNaN(losses[row]) && (best < 0 || losses[row] < losses[best])) {
          best = row;
        }
      }
      if (best < 0) {
        throw new RunFailure("the projection's loss is no number any more; use a smaller --rate");
      }
      found.add(
          new Projection(
              Arrays.copyOfRange(ends.latents(), best * latent, (best + 1) * latent),
              sampler.classes() == 0 ? -1 : labels[best],
              Arrays.copyOfRange(images, best * size, (best + 1) * size),
              ratios[best % restarts],
              ratios,
              ends.steps()[best]));
    }
    return found;
  }
}
