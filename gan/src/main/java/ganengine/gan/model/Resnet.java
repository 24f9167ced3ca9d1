package ganengine.gan.model;

import ganengine.engine.nn.BilinearDown;
import ganengine.engine.nn.BilinearUp;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.Module;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;

/**
 * R3GAN's residual networks without normalisation (Huang et al. 2024, section 3 and table 9): two
 * {@link ResidualBlock}s at each resolution, all {@code channels} wide, bilinear resampling
 * between, no tanh; the generator begins with a {@link Basis}, the discriminator ends with one
 * filter per channel over the whole last image. With 768 channels, 32 x 32 pixels and z of 64 they
 * have the paper's parameters, 20.73 and 20.68 million.
 *
 * <p>What differs: each resolution is as wide as the others, where the paper's larger data sets
 * have narrower ones; other sides than 32 make other last images than 4 x 4, and fewer levels;
 * labels come as the other models' do.
 *
 * @param channels width everywhere
 * @param sides from the image's side inwards, each exactly half of the one before
 */
record Resnet(int channels, List<Integer> sides) {
  private static final int BLOCKS = 2;

  /** [batch, inputs] to images of {@code imageChannels}. */
  List<Module> generator(int inputs, int imageChannels, RandomSource random) {
    List<Module> layers = new ArrayList<>();
    layers.add(new Basis(inputs, sides.get(sides.size() - 1), channels, random));
    for (int level = sides.size() - 1; level >= 0; level--) {
      addBlocks(layers, new DiscriminatorStyle("none", false), random);
      if (level > 0) {
        layers.add(new BilinearUp());
      }
    }
    layers.add(pointwise(channels, imageChannels, random));
    return layers;
  }

  /** Images of {@code imageChannels} to one logit each. */
  List<Module> discriminator(int imageChannels, DiscriminatorStyle style, RandomSource random) {
    List<Module> layers = new ArrayList<>();
    layers.add(style.linear(pointwise(imageChannels, channels, random), random));
    for (int level = 0; level < sides.size(); level++) {
      addBlocks(layers, style, random);
      if (level < sides.size() - 1) {
        layers.add(new BilinearDown());
      }
    }
    layers.add(style.linear(wholeImage(sides.get(sides.size() - 1), random), random));
    layers.add(new Flatten());
    layers.add(
        style.linear(new Dense(channels, 1, false, Initialiser.kaimingNormal(1), random), random));
    return layers;
  }

  private void addBlocks(List<Module> layers, DiscriminatorStyle style, RandomSource random) {
    for (int block = 0; block < BLOCKS; block++) {
      layers.add(new ResidualBlock(channels, BLOCKS * sides.size(), style, random));
    }
  }

  private static Conv2d pointwise(int in, int out, RandomSource random) {
    return new Conv2d(in, out, 1, ConvSpec.of(1, 0), false, Initialiser.kaimingNormal(1), random);
  }

  /** One filter for each channel, as large as the image. */
  private Conv2d wholeImage(int side, RandomSource random) {
    ConvSpec spec = ConvSpec.of(1, 0).grouped(channels);
    return new Conv2d(channels, channels, side, spec, false, Initialiser.kaimingNormal(1), random);
  }
}
