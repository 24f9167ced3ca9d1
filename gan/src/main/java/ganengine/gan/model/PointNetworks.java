package ganengine.gan.model;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.BatchNorm;
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
 * The networks for points in the plane, ring and grid (PacGAN, Lin et al. 2018, Table 1): the
 * generator has 4 hidden layers of 400 with batch norm and ReLU, the discriminator 3 maxout layers
 * of 200 units; all weights N(0, 0.02). A point is an image of one pixel with two channels.
 */
final class PointNetworks {
  private static final int GENERATOR_LAYERS = 4;
  private static final int GENERATOR_WIDTH = 400;
  private static final int DISCRIMINATOR_LAYERS = 3;
  private static final int DISCRIMINATOR_WIDTH = 200;
  private static final int PIECES = 5;

  private PointNetworks() {}

  /** [batch, inputs] to points. */
  static List<Module> generator(int inputs, ImageShape point, RandomSource random) {
    Initialiser weights = Initialiser.dcgan();
    List<Module> layers = new ArrayList<>();
    int width = inputs;
    for (int layer = 0; layer < GENERATOR_LAYERS; layer++) {
      layers.add(new Dense(width, GENERATOR_WIDTH, false, weights, random));
      layers.add(new BatchNorm(GENERATOR_WIDTH));
      layers.add(Activation.relu());
      width = GENERATOR_WIDTH;
    }
    layers.add(new Dense(width, point.size(), true, weights, random));
    layers.add(new Reshape(Shape.of(point.side(), point.side(), point.channels())));
    return layers;
  }

  /** [batch, ...], {@code inputs} numbers each, to one logit each. */
  static List<Module> discriminator(int inputs, DiscriminatorStyle style, RandomSource random) {
    Initialiser weights = Initialiser.dcgan();
    List<Module> layers = new ArrayList<>();
    layers.add(new Flatten());
    int width = inputs;
    for (int layer = 0; layer < DISCRIMINATOR_LAYERS; layer++) {
      int pieces = DISCRIMINATOR_WIDTH * PIECES;
      layers.add(style.linear(new Dense(width, pieces, true, weights, random), random));
      layers.add(new Maxout(PIECES));
      style.norm(Shape.of(DISCRIMINATOR_WIDTH), random).ifPresent(layers::add);
      width = DISCRIMINATOR_WIDTH;
    }
    layers.add(style.linear(new Dense(width, 1, true, weights, random), random));
    return layers;
  }
}
