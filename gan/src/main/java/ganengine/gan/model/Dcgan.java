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
import ganengine.engine.nn.Sequential;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.gan.UserError;
import java.util.ArrayList;
import java.util.List;

/**
 * DCGAN (Radford, Metz, Chintala 2015): 4x4 convolutions of stride 2 in place of pooling, batch
 * norm everywhere but at the generator's output and the discriminator's input, ReLU and tanh in the
 * generator, leaky ReLU in the discriminator, all weights N(0, 0.02).
 *
 * <p>The image's side is halved, rounding up, down to 4 or less: 64, 32, 16, 8, 4 or 28, 14, 7, 4.
 * The layer next to the image has {@code channels} filters, each one further in twice as many.
 * Below 7 the discriminator needs that last level: without it no filter sees a whole digit.
 */
final class Dcgan {
  private static final int KERNEL = 4;
  private static final int STRIDE = 2;
  private static final int SMALLEST = 4;
  private static final double LEAK = 0.2;

  private Dcgan() {}

  static Module generator(int latent, int channels, ImageShape image, RandomSource random) {
    List<Integer> sides = sides(image.side());
    int level = sides.size() - 1;
    int start = sides.get(level);
    int width = channels << (level - 1);
    List<Module> layers = new ArrayList<>();
    layers.add(new Dense(latent, start * start * width, false, Initialiser.dcgan(), random));
    layers.add(new Reshape(Shape.of(start, start, width)));
    while (level > 1) {
      layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
      layers.add(Activation.relu());
      level--;
      layers.add(
          new ConvTranspose2d(
              width,
              width / 2,
              KERNEL,
              halving(sides.get(level)),
              false,
              Initialiser.dcgan(),
              random));
      width /= 2;
    }
    layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
    layers.add(Activation.relu());
    layers.add(
        new ConvTranspose2d(
            width,
            image.channels(),
            KERNEL,
            halving(image.side()),
            true,
            Initialiser.dcgan(),
            random));
    layers.add(Activation.tanh());
    return Sequential.of(layers.toArray(Module[]::new));
  }

  static Module discriminator(int channels, ImageShape image, RandomSource random) {
    List<Integer> sides = sides(image.side());
    int width = channels;
    List<Module> layers = new ArrayList<>();
    layers.add(
        new Conv2d(
            image.channels(),
            width,
            KERNEL,
            halving(image.side()),
            true,
            Initialiser.dcgan(),
            random));
    layers.add(Activation.leakyRelu(LEAK));
    for (int level = 1; level < sides.size() - 1; level++) {
      layers.add(
          new Conv2d(
              width,
              2 * width,
              KERNEL,
              halving(sides.get(level)),
              false,
              Initialiser.dcgan(),
              random));
      width *= 2;
      layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
      layers.add(Activation.leakyRelu(LEAK));
    }
    int last = sides.get(sides.size() - 1);
    layers.add(new Flatten());
    layers.add(new Dense(last * last * width, 1, true, Initialiser.dcgan(), random));
    return Sequential.of(layers.toArray(Module[]::new));
  }

  /** The convolution that halves a side, rounding up; its transpose doubles back to that side. */
  private static ConvSpec halving(int side) {
    return ConvSpec.same(side, side, KERNEL, KERNEL, STRIDE);
  }

  /** From the image's side down to the start size. */
  private static List<Integer> sides(int side) {
    List<Integer> sides = new ArrayList<>(List.of(side));
    for (int size = side; size > SMALLEST; ) {
      size = (size + 1) / 2;
      sides.add(size);
    }
    if (sides.size() == 1) {
      throw new UserError(
          "model dcgan halves an image down to %d; a side of %d is too small; use 28 or 16 * 2^k"
              .formatted(SMALLEST, side));
    }
    return sides;
  }
}
