package ganengine.bench.peer;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.BatchNorm;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.ConvTranspose2d;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Reshape;
import ganengine.engine.nn.Sequential;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks that are compared. Weights N(0, 0.02), batch norm's scale N(1, 0.02).
 *
 * <ul>
 *   <li>DCGAN64: PyTorch's DCGAN example; z 100, 64x64x3, 64 channels, 4x4 convolutions, no biases
 *   <li>DCGAN32: the same with one level less at each end: z, 256, 128, 64, 32x32x3
 *   <li>PACDCGAN2: PacGAN's stacked digits (Lin et al. 2018, VEEGAN set-up) with packing 2; z 100,
 *       28x28x3 by way of 2, 4, 7, 14, 5x5 convolutions padded as TensorFlow's SAME, biases; G is
 *       updated twice a step with the same z
 *   <li>MLP: 100-256-512-1024-784 and 784-512-256-1, leaky ReLU, no batch norm
 * </ul>
 */
public enum PeerNetworks {
  /** PyTorch's DCGAN example. */
  DCGAN64(Shape.of(1, 1, 100), Shape.of(64, 64, 3), 1, 1) {
    @Override
    Module generator(RandomSource random) {
      return dcganGenerator(512, 3, random);
    }

    @Override
    Module discriminator(RandomSource random) {
      return dcganDiscriminator(512, 3, random);
    }
  },
  /** Its 32x32 sibling. */
  DCGAN32(Shape.of(1, 1, 100), Shape.of(32, 32, 3), 1, 1) {
    @Override
    Module generator(RandomSource random) {
      return dcganGenerator(256, 3, random);
    }

    @Override
    Module discriminator(RandomSource random) {
      return dcganDiscriminator(256, 3, random);
    }
  },
  /** PacGAN's stacked digits, packing 2. */
  PACDCGAN2(Shape.of(100), Shape.of(28, 28, 3), 2, 2) {
    @Override
    Module generator(RandomSource random) {
      List<Module> layers = new ArrayList<>();
      layers.add(new Dense(100, 2 * 2 * 512, true, Initialiser.dcgan(), random));
      layers.add(new Reshape(Shape.of(2, 2, 512)));
      int width = 512;
      for (int side : new int[] {4, 7, 14}) {
        layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
        layers.add(Activation.relu());
        layers.add(doubling(width, width / 2, side, random));
        width /= 2;
      }
      layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
      layers.add(Activation.relu());
      layers.add(doubling(width, 3, 28, random));
      layers.add(Activation.tanh());
      return Sequential.of(layers.toArray(Module[]::new));
    }

    @Override
    Module discriminator(RandomSource random) {
      List<Module> layers = new ArrayList<>();
      layers.add(halving(6, 64, 28, random));
      layers.add(Activation.leakyRelu(LEAK));
      int width = 64;
      for (int side : new int[] {14, 7, 4}) {
        layers.add(halving(width, 2 * width, side, random));
        width *= 2;
        layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
        layers.add(Activation.leakyRelu(LEAK));
      }
      layers.add(new Reshape(Shape.of(2 * 2 * 512)));
      layers.add(new Dense(2 * 2 * 512, 1, true, Initialiser.dcgan(), random));
      return Sequential.of(layers.toArray(Module[]::new));
    }
  },
  /** Fully connected, grey 28x28 images flat. */
  MLP(Shape.of(100), Shape.of(784), 1, 1) {
    @Override
    Module generator(RandomSource random) {
      return dense(Activation.tanh(), random, 100, 256, 512, 1024, 784);
    }

    @Override
    Module discriminator(RandomSource random) {
      return dense(null, random, 784, 512, 256, 1);
    }
  };

  private static final double LEAK = 0.2;

  @SuppressWarnings("ImmutableEnumChecker") // A Shape never changes.
  private final Shape latent;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Shape image;

  private final int packing;
  private final int generatorSteps;

  PeerNetworks(Shape latent, Shape image, int packing, int generatorSteps) {
    this.latent = latent;
    this.image = image;
    this.packing = packing;
    this.generatorSteps = generatorSteps;
  }

  /** [count, ...] of one z. */
  Shape latents(int count) {
    return prepended(count, latent);
  }

  /** [count, ...] of what the generator makes. */
  Shape images(int count) {
    return prepended(count, image);
  }

  /** [count, ...] of what the discriminator judges as one. */
  Shape packs(int count) {
    int[] sizes = images(count).toArray();
    sizes[sizes.length - 1] *= packing;
    return Shape.of(sizes);
  }

  /** Images that the discriminator judges as one, side by side in channels. */
  public int packing() {
    return packing;
  }

  /** Updates of the generator after each of the discriminator, all with the same z. */
  int generatorSteps() {
    return generatorSteps;
  }

  abstract Module generator(RandomSource random);

  /** Gives one logit a pack. */
  abstract Module discriminator(RandomSource random);

  private static Shape prepended(int count, Shape of) {
    int[] sizes = new int[of.rank() + 1];
    sizes[0] = count;
    System.arraycopy(of.toArray(), 0, sizes, 1, of.rank());
    return Shape.of(sizes);
  }

  private static Module dcganGenerator(int widest, int channels, RandomSource random) {
    List<Module> layers = new ArrayList<>();
    layers.add(transposed(100, widest, ConvSpec.of(1, 0), random));
    int width = widest;
    for (; width > 64; width /= 2) {
      layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
      layers.add(Activation.relu());
      layers.add(transposed(width, width / 2, ConvSpec.of(2, 1), random));
    }
    layers.add(new BatchNorm(width, Initialiser.dcganScale(), random));
    layers.add(Activation.relu());
    layers.add(transposed(width, channels, ConvSpec.of(2, 1), random));
    layers.add(Activation.tanh());
    return Sequential.of(layers.toArray(Module[]::new));
  }

  private static Module dcganDiscriminator(int widest, int channels, RandomSource random) {
    List<Module> layers = new ArrayList<>();
    layers.add(conv(channels, 64, ConvSpec.of(2, 1), random));
    layers.add(Activation.leakyRelu(LEAK));
    for (int width = 64; width < widest; width *= 2) {
      layers.add(conv(width, 2 * width, ConvSpec.of(2, 1), random));
      layers.add(new BatchNorm(2 * width, Initialiser.dcganScale(), random));
      layers.add(Activation.leakyRelu(LEAK));
    }
    layers.add(conv(widest, 1, ConvSpec.of(1, 0), random));
    return Sequential.of(layers.toArray(Module[]::new));
  }

  private static Module conv(int in, int out, ConvSpec spec, RandomSource random) {
    return new Conv2d(in, out, 4, spec, false, Initialiser.dcgan(), random);
  }

  private static Module transposed(int in, int out, ConvSpec spec, RandomSource random) {
    return new ConvTranspose2d(in, out, 4, spec, false, Initialiser.dcgan(), random);
  }

  private static Module halving(int in, int out, int side, RandomSource random) {
    ConvSpec spec = ConvSpec.same(side, side, 5, 5, 2);
    return new Conv2d(in, out, 5, spec, true, Initialiser.dcgan(), random);
  }

  private static Module doubling(int in, int out, int side, RandomSource random) {
    ConvSpec spec = ConvSpec.same(side, side, 5, 5, 2);
    return new ConvTranspose2d(in, out, 5, spec, true, Initialiser.dcgan(), random);
  }

  private static Module dense(Activation last, RandomSource random, int... widths) {
    List<Module> layers = new ArrayList<>();
    for (int i = 1; i < widths.length; i++) {
      layers.add(new Dense(widths[i - 1], widths[i], true, Initialiser.dcgan(), random));
      if (i < widths.length - 1) {
        layers.add(Activation.leakyRelu(LEAK));
      }
    }
    if (last != null) {
      layers.add(last);
    }
    return Sequential.of(layers.toArray(Module[]::new));
  }
}
