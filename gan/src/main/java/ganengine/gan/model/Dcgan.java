package ganengine.gan.model;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.BatchNorm;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.ConvTranspose2d;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Reshape;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * DCGAN (Radford, Metz, Chintala 2015): convolutions of stride 2 in place of pooling, batch norm
 * everywhere but at the generator's output and the discriminator's input, ReLU and tanh in the
 * generator, leaky ReLU in the discriminator, all weights N(0, 0.02).
 *
 * <p>The layer next to the image has {@code channels} filters, each one further in twice as many.
 *
 * @param channels filters next to the image
 * @param kernel rows and columns of a filter: 4 in PyTorch's example, 5 in the paper's code
 * @param sides from the image's side inwards, each half of the one before, rounded up
 */
record Dcgan(int channels, int kernel, List<Integer> sides) {
  private static final int STRIDE = 2;
  private static final double LEAK = 0.2;

  /** [batch, inputs] to images of {@code imageChannels} in [-1, 1]. */
  List<Module> generator(int inputs, int imageChannels, RandomSource random) {
    int level = sides.size() - 1;
    int start = sides.get(level);
    int width = channels << (level - 1);
    List<Module> layers = new ArrayList<>();
    layers.add(new Dense(inputs, start * start * width, false, Initialiser.dcgan(), random));
    layers.add(new Reshape(Shape.of(start, start, width)));
    while (level > 1) {
      layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
      layers.add(Activation.relu());
      level--;
      layers.add(enlarging(width, width / 2, level, false, random));
      width /= 2;
    }
    layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
    layers.add(Activation.relu());
    layers.add(enlarging(width, imageChannels, 0, true, random));
    layers.add(Activation.tanh());
    return layers;
  }

  /** Images of {@code imageChannels} to one logit each. */
  List<Module> discriminator(int imageChannels, DiscriminatorStyle style, RandomSource random) {
    int width = channels;
    List<Module> layers = new ArrayList<>();
    layers.add(style.linear(halving(imageChannels, width, 0, true, random), random));
    layers.add(Activation.leakyRelu(LEAK));
    for (int level = 1; level < sides.size() - 1; level++) {
      boolean bias = !style.normalises();
      layers.add(style.linear(halving(width, 2 * width, level, bias, random), random));
      width *= 2;
      int side = sides.get(level + 1);
      style.norm(Shape.of(side, side, width), random).ifPresent(layers::add);
      layers.add(Activation.leakyRelu(LEAK));
    }
    int last = sides.get(sides.size() - 1);
    layers.add(new Flatten());
    layers.add(
        style.linear(new Dense(last * last * width, 1, true, Initialiser.dcgan(), random), random));
    return layers;
  }

  private Conv2d halving(int in, int out, int level, boolean bias, RandomSource random) {
    return new Conv2d(in, out, kernel, spec(level), bias, Initialiser.dcgan(), random);
  }

  private ConvTranspose2d enlarging(int in, int out, int level, boolean bias, RandomSource random) {
    return new ConvTranspose2d(in, out, kernel, spec(level), bias, Initialiser.dcgan(), random);
  }

  /** The convolution that halves the side at this level; its transpose doubles back to it. */
  private ConvSpec spec(int level) {
    return ConvSpec.same(sides.get(level), sides.get(level), kernel, kernel, STRIDE);
  }
}
