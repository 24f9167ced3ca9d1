package ganengine.gan.model;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Reshape;
import ganengine.engine.nn.Sequential;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;

/**
 * The vanilla GAN (Goodfellow et al. 2014) with fully connected layers: the generator widens 256,
 * 512, 1024, the discriminator narrows 512, 256; leaky ReLU 0.2 throughout, tanh at the image.
 */
final class Mlp {
  private static final double LEAK = 0.2;

  private Mlp() {}

  static Module generator(int latent, ImageShape image, RandomSource random) {
    Initialiser weights = Initialiser.kaimingUniform(LEAK);
    return Sequential.of(
        new Dense(latent, 256, true, weights, random),
        Activation.leakyRelu(LEAK),
        new Dense(256, 512, true, weights, random),
        Activation.leakyRelu(LEAK),
        new Dense(512, 1024, true, weights, random),
        Activation.leakyRelu(LEAK),
        new Dense(1024, image.size(), true, weights, random),
        Activation.tanh(),
        new Reshape(Shape.of(image.side(), image.side(), image.channels())));
  }

  static Module discriminator(ImageShape image, RandomSource random) {
    Initialiser weights = Initialiser.kaimingUniform(LEAK);
    return Sequential.of(
        new Flatten(),
        new Dense(image.size(), 512, true, weights, random),
        Activation.leakyRelu(LEAK),
        new Dense(512, 256, true, weights, random),
        Activation.leakyRelu(LEAK),
        new Dense(256, 1, true, weights, random));
  }
}
