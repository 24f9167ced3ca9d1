package ganengine.gan.train;

import ganengine.engine.io.Weights;
import ganengine.engine.nn.Module;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.model.ImageShape;
import ganengine.gan.model.Networks;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;

/** The discriminator of a checkpoint, for what it has learnt to see. */
public final class TrainedDiscriminator implements AutoCloseable {
  private final Scope scope;
  private final Module network;
  private final ImageShape image;
  private final int pack;
  private final int classes;
  private final PixelRange range;

  private TrainedDiscriminator(Checkpoint checkpoint, Device device, long seed) {
    TrainConfig config = checkpoint.config();
    image = ImageShape.of(config, checkpoint.imageChannels());
    pack = config.pack();
    classes = checkpoint.classes();
    range = PixelRange.of(config.pixels(), checkpoint.tensors());
    scope = Scope.open(device);
    network = Networks.discriminator(config, image, classes, new RandomSource(seed));
  }

  /**
   * As it was trained.
   *
   * @throws UserError if the weights do not fit the checkpoint's own settings
   */
  public static TrainedDiscriminator of(Checkpoint checkpoint, Device device) {
    TrainedDiscriminator made =
        new TrainedDiscriminator(checkpoint, device, checkpoint.config().seed());
    try {
      Weights.load(RunState.part(checkpoint, RunState.DISCRIMINATOR), made.network.state());
      return made;
    } catch (IllegalArgumentException e) {
      made.close();
      throw new UserError("the checkpoint does not fit its own settings: " + e.getMessage(), e);
    }
  }

  /** The same network with fresh random weights: what features are worth that nothing taught. */
  public static TrainedDiscriminator untrained(Checkpoint checkpoint, Device device, long seed) {
    return new TrainedDiscriminator(checkpoint, device, seed);
  }

  /** As {@link Networks#discriminator()} says; its {@code children()} are the layers. */
  public Module network() {
    return network;
  }

  /** The size of an image. */
  public ImageShape image() {
    return image;
  }

  /** Images judged together, as channels of one; 1 for one by one. */
  public int pack() {
    return pack;
  }

  /** Classes of the labels that it takes behind the pixels; 0 for none. */
  public int classes() {
    return classes;
  }

  /** Images in [-1, 1] in the range that the networks have to do with; a copy. */
  public float[] seen(float[] images) {
    float[] seen = images.clone();
    range.see(seen);
    return seen;
  }

  @Override
  public void close() {
    scope.close();
  }
}
