package ganengine.gan.model;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Sequential;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.gan.UserError;
import ganengine.gan.config.ImageSides;
import ganengine.gan.config.TrainConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The two networks of a GAN.
 *
 * @param generator [batch, latent] to images; where labels condition it, [batch, latent + classes],
 *     z followed by a one-hot label
 * @param discriminator images to one logit each, [batch, 1]; packs of m are images of m times as
 *     many channels. Where labels condition it, [batch, pixels + m * classes]
 */
public record Networks(Module generator, Module discriminator) {
  /** Numbers that an embedded label becomes. */
  private static final int EMBEDDING = 50;

  /**
   * The networks that the configuration names, with fresh weights from this source.
   *
   * @param classes of the labels that condition them; 0 for none
   */
  public static Networks create(
      TrainConfig config, ImageShape image, int classes, RandomSource random) {
    Module generator = generator(config, image, classes, random);
    return new Networks(generator, discriminator(config, image, classes, random));
  }

  /** The generator alone, for sampling and for the moving average. */
  public static Module generator(
      TrainConfig config, ImageShape image, int classes, RandomSource random) {
    List<Module> layers = new ArrayList<>();
    int inputs = config.latent();
    if (config.conditional().equals("onehot")) {
      inputs += classes;
    } else if (config.conditional().equals("embedding")) {
      layers.add(new LabelEmbedding(inputs, classes, EMBEDDING, random));
      inputs += EMBEDDING;
    }
    layers.addAll(
        switch (config.model()) {
          case "dcgan" -> dcgan(config).generator(inputs, image.channels(), random);
          case "cnn" -> cnn(config).generator(inputs, image.channels(), random);
          case "tiny" -> tiny(config).generator(inputs, image.channels(), random);
          case "resnet" -> resnet(config).generator(inputs, image.channels(), random);
          case "mlp" -> Mlp.generator(inputs, image, random);
          case "points" -> PointNetworks.generator(inputs, image, random);
          default -> throw unknown(config.model());
        });
    return Sequential.of(layers.toArray(Module[]::new));
  }

  /** The shape of what the generator takes for one image. */
  public static Shape generatorInput(TrainConfig config, int classes) {
    return Shape.of(1, config.latent() + classes);
  }

  /** The shape of what the discriminator takes at a time. */
  public static Shape discriminatorInput(TrainConfig config, ImageShape image, int classes) {
    ImageShape pack = pack(config, image);
    return classes == 0 ? pack.batch(1) : Shape.of(1, pack.size() + classes * config.pack());
  }

  private static ImageShape pack(TrainConfig config, ImageShape image) {
    return new ImageShape(image.side(), image.channels() * config.pack());
  }

  /** The discriminator alone, for its features. */
  public static Module discriminator(
      TrainConfig config, ImageShape image, int classes, RandomSource random) {
    DiscriminatorStyle style = new DiscriminatorStyle(config.normD(), config.spectralNorm());
    ImageShape pack = pack(config, image);
    int labels = classes * config.pack();
    List<Module> layers = new ArrayList<>();
    switch (config.model()) {
      case "dcgan", "cnn", "tiny", "resnet" -> {
        int channels = pack.channels() + addPlanes(layers, config, pack, labels, random);
        layers.addAll(
            switch (config.model()) {
              case "dcgan" -> dcgan(config).discriminator(channels, style, random);
              case "cnn" -> cnn(config).discriminator(channels, style, random);
              case "tiny" -> tiny(config).discriminator(channels, style, random);
              default -> resnet(config).discriminator(channels, style, random);
            });
      }
      case "mlp", "points" -> {
        int inputs = pack.size() + addVector(layers, config, pack, labels, random);
        layers.addAll(
            config.model().equals("mlp")
                ? Mlp.discriminator(inputs, style, random)
                : PointNetworks.discriminator(inputs, style, random));
      }
      default -> throw unknown(config.model());
    }
    return Sequential.of(layers.toArray(Module[]::new));
  }

  /** Channels that labels add to what a convolution sees. */
  private static int addPlanes(
      List<Module> layers, TrainConfig config, ImageShape pack, int labels, RandomSource random) {
    if (config.conditional().equals("none")) {
      return 0;
    }
    boolean embedded = config.conditional().equals("embedding");
    if (embedded) {
      int pixels = pack.side() * pack.side();
      layers.add(new LabelEmbedding(pack.size(), labels, pixels, random));
    }
    int planes = embedded ? 1 : labels;
    layers.add(new LabelPlanes(pack, planes));
    return planes;
  }

  /** Numbers that labels add to what a dense layer sees. */
  private static int addVector(
      List<Module> layers, TrainConfig config, ImageShape pack, int labels, RandomSource random) {
    return switch (config.conditional()) {
      case "onehot" -> labels;
      case "embedding" -> {
        layers.add(new LabelEmbedding(pack.size(), labels, EMBEDDING, random));
        yield EMBEDDING;
      }
      default -> 0;
    };
  }

  private static Dcgan dcgan(TrainConfig config) {
    return new Dcgan(
        config.channels(), config.kernel(), ImageSides.of(config.imageSize(), config.startSize()));
  }

  private static Cnn cnn(TrainConfig config) {
    return new Cnn(config.channels(), config.imageSize());
  }

  private static TinyDcgan tiny(TrainConfig config) {
    return new TinyDcgan(config.channels(), ImageSides.of(config.imageSize(), config.startSize()));
  }

  private static Resnet resnet(TrainConfig config) {
    return new Resnet(config.channels(), ImageSides.exact(config.imageSize()));
  }

  private static UserError unknown(String model) {
    return new UserError("unknown model '%s'".formatted(model));
  }
}
