package ganengine.gan.train;

import ganengine.engine.io.HostTensor;
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
import java.util.Map;
import java.util.stream.Collectors;

/** Draws images from a checkpoint's averaged generator; the checkpoint says which network it is. */
public final class Sampler implements AutoCloseable {
  private final Scope scope;
  private final ImageShape image;
  private final int classes;
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
    Module generator = Networks.generator(config, image, classes, new RandomSource(config.seed()));
    sampler =
        new ImageSampler(
            generator,
            new Latents(config.latent(), config.latentDistribution()),
            classes,
            image,
            PixelRange.of(config.pixels(), checkpoint.tensors()));
    try {
      Weights.load(averages(checkpoint), generator.state());
    } catch (IllegalArgumentException e) {
      scope.close();
      throw new UserError("the checkpoint does not fit its own settings: " + e.getMessage(), e);
    }
  }

  private static Map<String, HostTensor> averages(Checkpoint checkpoint) {
    return checkpoint.tensors().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(RunState.AVERAGE))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(RunState.AVERAGE.length()), Map.Entry::getValue));
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
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new UserError(
            classes == 0
                ? "this generator takes no labels: it was trained with conditional none"
                : "there is no class %d; expected 0 to %d".formatted(label, classes - 1));
      }
    }
    return sampler.draw(labels, seed);
  }

  @Override
  public void close() {
    scope.close();
  }
}
