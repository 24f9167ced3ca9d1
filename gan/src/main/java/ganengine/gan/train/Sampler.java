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
  private final ImageSampler sampler;

  /**
   * The generator of this checkpoint, on this device.
   *
   * @throws UserError if the weights do not fit the checkpoint's own settings
   */
  public Sampler(Checkpoint checkpoint, Device device) {
    TrainConfig config = checkpoint.config();
    image = new ImageShape(config.imageSize(), checkpoint.imageChannels());
    scope = Scope.open(device);
    Module generator = Networks.generator(config, image, 0, new RandomSource(config.seed()));
    sampler =
        new ImageSampler(
            generator, new Latents(config.latent(), config.latentDistribution()), image);
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
   * the count.
   */
  public float[] draw(int count, long seed) {
    return sampler.draw(count, seed);
  }

  @Override
  public void close() {
    scope.close();
  }
}
