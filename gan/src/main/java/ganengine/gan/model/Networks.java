package ganengine.gan.model;

import ganengine.engine.nn.Module;
import ganengine.engine.tensor.RandomSource;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;

/**
 * The two networks of a GAN.
 *
 * @param generator [batch, latent] to images in [-1, 1]
 * @param discriminator images to one logit each, [batch, 1]
 */
public record Networks(Module generator, Module discriminator) {
  /** The networks that the configuration names, with fresh weights from this source. */
  public static Networks create(TrainConfig config, ImageShape image, RandomSource random) {
    return new Networks(generator(config, image, random), discriminator(config, image, random));
  }

  /** The generator alone, for sampling and for the moving average. */
  public static Module generator(TrainConfig config, ImageShape image, RandomSource random) {
    return switch (config.model()) {
      case "dcgan" -> Dcgan.generator(config.latent(), config.channels(), image, random);
      case "mlp" -> Mlp.generator(config.latent(), image, random);
      default -> throw unknown(config.model());
    };
  }

  private static Module discriminator(TrainConfig config, ImageShape image, RandomSource random) {
    return switch (config.model()) {
      case "dcgan" -> Dcgan.discriminator(config.channels(), image, random);
      case "mlp" -> Mlp.discriminator(image, random);
      default -> throw unknown(config.model());
    };
  }

  private static UserError unknown(String model) {
    return new UserError("unknown model '%s'; there are dcgan, mlp".formatted(model));
  }
}
