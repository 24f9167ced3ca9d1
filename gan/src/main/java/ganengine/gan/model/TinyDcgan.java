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
 * A DCGAN whose discriminator is much smaller than its generator, so that modes are lost (Metz et
 * al., "Unrolled GAN", 2017; PacGAN, Lin et al. 2018, Table 3): 3x3 filters, the generator 64, 32,
 * 16, 8 wide for 28 pixels, the discriminator {@code channels} and up, normalised in its first
 * layer too, leak 0.3.
 *
 * @param channels filters of the discriminator's first layer: 2 for a quarter, 4 for half of the
 *     generator's
 * @param sides from the image's side inwards, each half of the one before, rounded up
 */
record TinyDcgan(int channels, List<Integer> sides) {
  private static final int KERNEL = 3;
  private static final int NARROWEST = 8;
  private static final double LEAK = 0.3;

  /** [batch, inputs] to images of {@code imageChannels} in [-1, 1]. */
  List<Module> generator(int inputs, int imageChannels, RandomSource random) {
    Initialiser weights = Initialiser.dcgan();
    int level = sides.size() - 1;
    int start = sides.get(level);
    int width = NARROWEST << level;
    List<Module> layers = new ArrayList<>();
    layers.add(new Dense(inputs, start * start * width, false, weights, random));
    layers.add(new Reshape(Shape.of(start, start, width)));
    layers.add(new BatchNorm(width));
    layers.add(Activation.relu());
    for (level--; level >= 0; level--) {
      ConvSpec spec = halving(level);
      layers.add(new ConvTranspose2d(width, width / 2, KERNEL, spec, false, weights, random));
      width /= 2;
      layers.add(new BatchNorm(width));
      layers.add(Activation.relu());
    }
    ConvSpec same = ConvSpec.of(1, 1);
    layers.add(new Conv2d(width, imageChannels, KERNEL, same, true, weights, random));
    layers.add(Activation.tanh());
    return layers;
  }

  /** Images of {@code imageChannels} to one logit each. */
  List<Module> discriminator(int imageChannels, DiscriminatorStyle style, RandomSource random) {
    Initialiser weights = Initialiser.dcgan();
    List<Module> layers = new ArrayList<>();
    int in = imageChannels;
    int out = channels;
    for (int level = 0; level < sides.size() - 1; level++) {
      boolean bias = !style.normalises();
      layers.add(
          style.linear(new Conv2d(in, out, KERNEL, halving(level), bias, weights, random), random));
      int side = sides.get(level + 1);
      style.norm(Shape.of(side, side, out), random).ifPresent(layers::add);
      layers.add(Activation.leakyRelu(LEAK));
      in = out;
      out *= 2;
    }
    int last = sides.get(sides.size() - 1);
    layers.add(new Flatten());
    layers.add(style.linear(new Dense(last * last * in, 1, true, weights, random), random));
    return layers;
  }

  private ConvSpec halving(int level) {
    return ConvSpec.same(sides.get(level), sides.get(level), KERNEL, KERNEL, 2);
  }
}
