package ganengine.gan.model;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Reshape;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The vanilla GAN (Goodfellow et al. 2014) with fully connected layers: the generator widens 256,
 * 512, 1024, the discriminator narrows 512, 256; leaky ReLU 0.2 throughout, tanh at the image.
 */
final class Mlp {
  private static final double LEAK = 0.2;
  private static final int[] GENERATOR = {256, 512, 1024};
  private static final int[] DISCRIMINATOR = {512, 256};

  private Mlp() {}

  /** [batch, inputs] to images in [-1, 1]. */
  static List<Module> generator(int inputs, ImageShape image, RandomSource random) {
    Initialiser weights = Initialiser.kaimingUniform(LEAK);
    List<Module> layers = new ArrayList<>();
    int width = inputs;
    for (int next : GENERATOR) {
      layers.add(new Dense(width, next, true, weights, random));
      layers.add(Activation.leakyRelu(LEAK));
      width = next;
    }
    layers.add(new Dense(width, image.size(), true, weights, random));
    layers.add(Activation.tanh());
    layers.add(new Reshape(Shape.of(image.side(), image.side(), image.channels())));
    return layers;
  }

  /** [batch, ...], {@code inputs} numbers each, to one logit each. */
  static List<Module> discriminator(int inputs, DiscriminatorStyle style, RandomSource random) {
    Initialiser weights = Initialiser.kaimingUniform(LEAK);
    List<Module> layers = new ArrayList<>();
    layers.add(new Flatten());
    int width = inputs;
    for (int next : DISCRIMINATOR) {
      layers.add(style.linear(new Dense(width, next, true, weights, random), random));
      style.norm(Shape.of(next), random).ifPresent(layers::add);
      layers.add(Activation.leakyRelu(LEAK));
      width = next;
    }
    layers.add(style.linear(new Dense(width, 1, true, weights, random), random));
    return layers;
  }
}
