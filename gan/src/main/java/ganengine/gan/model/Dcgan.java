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
 * <p>The start size is the image's side halved while it stays even and above 7, so 28 starts at 7
 * and 16 * 2^k at 4. The layer next to the image has {@code channels} filters, each one further in
 * twice as many.
 */
final class Dcgan {
  private static final int KERNEL = 4;
  private static final ConvSpec HALVING = ConvSpec.of(2, 1);
  private static final double LEAK = 0.2;

  private Dcgan() {}

  static Module generator(int latent, int channels, ImageShape image, RandomSource random) {
    int doublings = doublings(image.side());
    int start = image.side() >> doublings;
    int width = channels << (doublings - 1);
    List<Module> layers = new ArrayList<>();
    layers.add(new Dense(latent, start * start * width, false, Initialiser.dcgan(), random));
    layers.add(new Reshape(Shape.of(start, start, width)));
    for (int level = doublings - 1; level >= 1; level--) {
      layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
      layers.add(Activation.relu());
      int next = width / 2;
      layers.add(
          new ConvTranspose2d(width, next, KERNEL, HALVING, false, Initialiser.dcgan(), random));
      width = next;
    }
    layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
    layers.add(Activation.relu());
    layers.add(
        new ConvTranspose2d(
            width, image.channels(), KERNEL, HALVING, true, Initialiser.dcgan(), random));
    layers.add(Activation.tanh());
    return Sequential.of(layers.toArray(Module[]::new));
  }

  static Module discriminator(int channels, ImageShape image, RandomSource random) {
    int doublings = doublings(image.side());
    int start = image.side() >> doublings;
    int width = channels;
    List<Module> layers = new ArrayList<>();
    layers.add(
        new Conv2d(image.channels(), width, KERNEL, HALVING, true, Initialiser.dcgan(), random));
    layers.add(Activation.leakyRelu(LEAK));
    for (int level = 1; level < doublings; level++) {
      layers.add(new Conv2d(width, 2 * width, KERNEL, HALVING, false, Initialiser.dcgan(), random));
      width *= 2;
      layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
      layers.add(Activation.leakyRelu(LEAK));
    }
    layers.add(new Flatten());
    layers.add(new Dense(start * start * width, 1, true, Initialiser.dcgan(), random));
    return Sequential.of(layers.toArray(Module[]::new));
  }

  private static int doublings(int side) {
    int doublings = 0;
    for (int size = side; size % 2 == 0 && size > 7; size /= 2) {
      doublings++;
    }
    if (doublings == 0) {
      throw new UserError(
          "model dcgan doubles a start size of 4 to 7 up to the image; a side of %d can't be reached; use 28 or 16 * 2^k"
              .formatted(side));
    }
    return doublings;
  }
}
