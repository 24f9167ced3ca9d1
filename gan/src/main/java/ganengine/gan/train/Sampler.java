package ganengine.gan.train;

import ganengine.engine.io.Weights;
import ganengine.engine.nn.Module;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.model.ImageShape;
import ganengine.gan.model.Networks;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;

/** Draws images from a checkpoint's averaged generator; the checkpoint says which network it is. */
public final class Sampler implements AutoCloseable {
  private final Scope scope;
  private final ImageShape image;
  private final int classes;
  private final Latents latents;
  private final PixelRange range;
  private final Module generator;
  private final ImageSampler sampler;

  /**
   * The generator of this checkpoint, on this device.
   *
   * @throws UserError if the weights do not fit the checkpoint's own settings
   */
  public Sampler(Checkpoint checkpoint, Device device) {
    TrainConfig config = checkpoint.config();
    image = ImageShape.of(config, checkpoint.imageChannels());
    classes = checkpoint.classes();
    scope = Scope.open(device);
    latents = new Latents(config.latent(), config.latentDistribution());
    range = PixelRange.of(config.pixels(), checkpoint.tensors());
    generator = Networks.generator(config, image, classes, new RandomSource(config.seed()));
    sampler = new ImageSampler(generator, latents, classes, image, range);
    try {
      Weights.load(RunState.part(checkpoint, RunState.AVERAGE), generator.state());
    } catch (IllegalArgumentException e) {
      scope.close();
      throw new UserError("the checkpoint does not fit its own settings: " + e.getMessage(), e);
    }
  }

  /** The size of an image. */
  public ImageShape image() {
    return image;
  }

  /**
   * Images, [count, side, side, channels] in [-1, 1]. Image i is a function of the seed, whatever
   * the count; where labels condition the generator, of class i modulo {@link #classes}.
   */
  public float[] draw(int count, long seed) {
    return sampler.draw(count, seed);
  }

  /** Classes that can be asked for; 0 where labels don't condition the generator. */
  public int classes() {
    return classes;
  }

  /**
   * Images of these classes, [labels, side, side, channels] in [-1, 1].
   *
   * @throws UserError if the generator is not conditioned on labels, or one is out of range
   */
  public float[] draw(int[] labels, long seed) {
    return images(latents(labels.length, seed), labels);
  }

  /** Where z comes from: its length and distribution. */
  public Latents latents() {
    return latents;
  }

  /** The z, [count, latent], that {@link #draw} makes its images from. */
  public float[] latents(int count, long seed) {
    return sampler.latents(count, seed);
  }

  /**
   * The image of each z, [count, side, side, channels] in [-1, 1]; of class 0 where labels count.
   */
  public float[] images(float[] z) {
    return images(z, new int[z.length / latents.length()]);
  }

  /**
   * The image of each z and label, [labels, side, side, channels] in [-1, 1].
   *
   * @param z [labels, latent]
   * @param labels without classes, all 0
   * @throws UserError if a label is out of range
   */
  public float[] images(float[] z, int[] labels) {
    for (int label : labels) {
      if (label < 0 || label >= Math.max(classes, 1)) {
        throw new UserError(
            classes == 0
                ? "this generator takes no labels: it was trained with conditional none"
                : "there is no class %d; expected 0 to %d".formatted(label, classes - 1));
      }
    }
    return sampler.decode(z, labels);
  }

  /**
   * The generator itself, with moving averages for statistics where {@link
   * ganengine.engine.nn.Pass#inference} asks for them; gradients pass through it. Its images are in
   * the networks' range of pixels: compare them with what {@link #seen} makes.
   */
  public Module generator() {
    return generator;
  }

  /** Images in [-1, 1] in the range that the networks have to do with; a copy. */
  public float[] seen(float[] images) {
    float[] seen = images.clone();
    range.see(seen);
    return seen;
  }

  /** What the networks have to do with, in [-1, 1] as images are shown; a copy. */
  public float[] shown(float[] images) {
    float[] shown = images.clone();
    range.show(shown);
    return shown;
  }

  @Override
  public void close() {
    scope.close();
  }
}
