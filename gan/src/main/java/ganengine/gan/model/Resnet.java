package ganengine.gan.model;

import ganengine.engine.nn.AveragePool;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.Initialiser;
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
 * Residual networks without normalisation, after R3GAN (Huang et al. 2024): two {@link
 * ResidualBlock}s at each resolution, all {@code channels} wide, and no tanh. Images grow by
 * repetition and shrink by averaging, where R3GAN resamples bilinearly.
 *
 * @param channels width everywhere
 * @param sides from the image's side inwards, each exactly half of the one before
 */
record Resnet(int channels, List<Integer> sides) {
  private static final int BLOCKS = 2;

  /** [batch, inputs] to images of {@code imageChannels}. */
  List<Module> generator(int inputs, int imageChannels, RandomSource random) {
    int start = sides.get(sides.size() - 1);
    List<Module> layers = new ArrayList<>();
    layers.add(
        new Dense(inputs, start * start * channels, true, Initialiser.kaimingNormal(1), random));
    layers.add(new Reshape(Shape.of(start, start, channels)));
    for (int level = sides.size() - 1; level >= 0; level--) {
      addBlocks(layers, new DiscriminatorStyle("none", false), random);
      if (level > 0) {
        layers.add(new Upsample(2));
      }
    }
    layers.add(pointwise(channels, imageChannels, random));
    return layers;
  }

  /** Images of {@code imageChannels} to one logit each. */
  List<Module> discriminator(int imageChannels, DiscriminatorStyle style, RandomSource random) {
    int last = sides.get(sides.size() - 1);
    List<Module> layers = new ArrayList<>();
    layers.add(style.linear(pointwise(imageChannels, channels, random), random));
    for (int level = 0; level < sides.size(); level++) {
      addBlocks(layers, style, random);
      if (level < sides.size() - 1) {
        layers.add(new AveragePool(PoolSpec.of(2)));
      }
    }
    layers.add(new Flatten());
    layers.add(
        style.linear(
            new Dense(last * last * channels, 1, true, Initialiser.kaimingNormal(1), random),
            random));
    return layers;
  }

  private void addBlocks(List<Module> layers, DiscriminatorStyle style, RandomSource random) {
    for (int block = 0; block < BLOCKS; block++) {
      layers.add(new ResidualBlock(channels, BLOCKS * sides.size(), style, random));
    }
  }

  private static Conv2d pointwise(int in, int out, RandomSource random) {
    return new Conv2d(in, out, 1, ConvSpec.of(1, 0), true, Initialiser.kaimingNormal(1), random);
  }
}
