package ganengine.gan.project;

import ganengine.gan.UserError;
import ganengine.gan.latent.LatentPath;
import ganengine.gan.measure.Stage;
import ganengine.gan.model.ImageShape;
import ganengine.gan.train.Sampler;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * Two images and what a generator makes of the way from one to the other: both are projected, and
 * their z blended.
 *
 * @param targets both
 * @param projections of both
 * @param blend how: {@code spherical} or {@code linear}
 * @param steps images on the way, both projections among them
 * @param images [steps, side, side, channels] in [-1, 1]
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record Mixture(
    List<Target> targets, List<Projection> projections, String blend, int steps, float[] images) {

  /**
   * Mixes two images.
   *
   * @param label the class of both; null where labels don't condition the generator
   * @param steps at least 2
   * @param seed of the z that the projection begins with
   * @throws UserError if the generator takes labels and none is given: a class can't be blended
   */
  public static Mixture of(
      Target a,
      Target b,
      Integer label,
      int steps,
      Sampler sampler,
      Projector projector,
      long seed,
      Stage done) {
    if (steps < 2) {
      throw new UserError("--steps: expected a whole number from 2, found " + steps);
    }
    if (sampler.classes() > 0 && label == null) {
      throw new UserError(
          "labels condition this generator, and classes can't be blended; say with --label"
              + " CLASS as which one both images are drawn");
    }
    List<Target> both = List.of(a, b);
    List<Projection> found = projector.project(Target.pixels(both), label, seed, done);
    LatentPath path = LatentPath.suiting(sampler.latents().distribution());
    int latent = sampler.latents().length();
    float[] z = new float[steps * latent];
    for (int i = 0; i < steps; i++) {
      double share = (double) i / (steps - 1);
      float[] between = path.between(found.get(0).latent(), found.get(1).latent(), share);
      System.arraycopy(between, 0, z, i * latent, latent);
    }
    int[] labels = new int[steps];
    Arrays.fill(labels, label == null ? 0 : label);
    return new Mixture(both, found, path.word(), steps, sampler.images(z, labels));
  }

  /** The first target, all images on the way, the second target, side by side. */
  public BufferedImage picture(ImageShape image) {
    Strip strip = new Strip(image, 1, steps + 4);
    strip.add(targets.get(0).pixels(), 0);
    strip.skip();
    for (int i = 0; i < steps; i++) {
      strip.add(images, i);
    }
    strip.skip();
    strip.add(targets.get(1).pixels(), 0);
    return strip.draw();
  }

  /**
   * As numbers.
   *
   * @param step training steps of the generator
   * @param device description of the device
   * @param blend {@code spherical} or {@code linear}
   * @param steps images on the way
   * @param pixelSteps root mean square difference of neighbouring images on the way, in pixels of
   *     [-1, 1]
   * @param images both, as projected
   */
  @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
  public record Report(
      long step,
      String device,
      String blend,
      int steps,
      double[] pixelSteps,
      List<ProjectionReport.Image> images) {}

  /** The numbers of it. */
  public Report report(long step, String device) {
    int size = images.length / steps;
    double[] apart = new double[steps - 1];
    for (int i = 0; i < apart.length; i++) {
      double sum = 0;
      for (int p = i * size; p < (i + 1) * size; p++) {
        sum += Math.pow(images[p + size] - images[p], 2);
      }
      apart[i] = Math.sqrt(sum / size);
    }
    return new Report(
        step,
        device,
        blend,
        steps,
        apart,
        List.of(
            ProjectionReport.Image.of(targets.get(0), projections.get(0)),
            ProjectionReport.Image.of(targets.get(1), projections.get(1))));
  }
}
