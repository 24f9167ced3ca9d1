package ganengine.gan.model;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.BatchNorm;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.MaxPool;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Reshape;
import ganengine.engine.nn.Upsample;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.PoolSpec;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The plain convolutional GAN that came before DCGAN's guidelines: 3x3 convolutions, the
 * discriminator's followed by max pooling, the generator's by upsampling by repetition. No hidden
 * dense layers: with one in each the generator lost its modes within two epochs of Fashion-MNIST.
 *
 * @param channels filters next to the image; doubled with each halving of the side
 * @param side of the image, a multiple of 4; halved twice, and on while it is even and above 8
 */
record Cnn(int channels, int side) {
  private static final int KERNEL = 3;
  private static final double LEAK = 0.2;
  private static final int SMALL = 8;

  /** [batch, inputs] to images of {@code imageChannels} in [-1, 1]. */
  List<Module> generator(int inputs, int imageChannels, RandomSource random) {
    int start = side >> halvings();
    int width = channels << (halvings() - 1);
    List<Module> layers = new ArrayList<>();
    layers.add(
        new Dense(inputs, start * start * width, false, Initialiser.kaimingUniform(0), random));
    layers.add(new Reshape(Shape.of(start, start, width)));
    layers.add(new BatchNorm(width));
    layers.add(Activation.relu());
    for (; width > channels; width /= 2) {
      layers.add(new Upsample(2));
      layers.add(convolution(width, width / 2, false, 0, random));
      layers.add(new BatchNorm(width / 2));
      layers.add(Activation.relu());
    }
    layers.add(new Upsample(2));
    layers.add(convolution(channels, imageChannels, true, 1, random));
    layers.add(Activation.tanh());
    return layers;
  }

  /** Images of {@code imageChannels} to one logit each. */
  List<Module> discriminator(int imageChannels, DiscriminatorStyle style, RandomSource random) {
    List<Module> layers = new ArrayList<>();
    int size = side;
    int in = imageChannels;
    for (int level = 0; level < halvings(); level++) {
      int out = channels << level;
      layers.add(style.linear(convolution(in, out, true, LEAK, random), random));
      style.norm(Shape.of(size, size, out), random).ifPresent(layers::add);
      layers.add(Activation.leakyRelu(LEAK));
      layers.add(new MaxPool(PoolSpec.of(2)));
      size /= 2;
      in = out;
    }
    layers.add(new Flatten());
    layers.add(
        style.linear(
            new Dense(size * size * in, 1, true, Initialiser.kaimingUniform(1), random), random));
    return layers;
  }

  private int halvings() {
    int halvings = 2;
    while (side >> halvings > SMALL && (side >> halvings) % 2 == 0) {
      halvings++;
    }
    return halvings;
  }

  /**
   * @param slope of the leaky ReLU that follows
   */
  private static Conv2d convolution(
      int in, int out, boolean bias, double slope, RandomSource random) {
    Initialiser weights = Initialiser.kaimingUniform(slope);
    return new Conv2d(in, out, KERNEL, ConvSpec.of(1, 1), bias, weights, random);
  }
}
