package ganengine.gan.train;

import ganengine.engine.nn.Module;
import ganengine.engine.optim.MovingAverage;
import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.RepeatedStep;
import ganengine.engine.tensor.Scope;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.ImageSet;
import ganengine.gan.model.ImageShape;
import ganengine.gan.model.Networks;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import java.util.Arrays;

/**
 * Everything of a run that lives on the device: data, networks, optimisers, random numbers. A
 * function of the configuration and the data until its state is loaded over. A step takes nothing
 * from the host and tells it nothing, so that a device may do it as one launch and fall behind;
 * {@link #metrics} waits for it.
 */
public final class Training implements AutoCloseable {
  /** Draws at step 0 are the initial weights; training step n, from 1, draws at n. */
  private static final long INITIAL = 0;

  /** Sample grids use noise of their own, apart from the run's. */
  private static final long SAMPLE_SEED = 0x5EED;

  private final TrainConfig config;
  private final ImageShape image;
  private final Scope scope;
  private final DeviceImages images;
  private final Batches batches;
  private final RandomSource random;
  private final GanStep step;
  private final ImageSampler sampler;
  private final ImageSampler current;
  private final RepeatedStep repeated;
  private final RunState state = new RunState();
  private long done;

  /** Uploads the data and draws the initial weights; one is open on a thread at a time. */
  public Training(TrainConfig config, ImageSet data, Device device) {
    this.config = config;
    scope = Scope.open(device);
    images = new DeviceImages(device, data);
    batches = new Batches(config.seed(), data.count(), config.batch());
    random = new RandomSource(config.seed());
    random.step(INITIAL);
    image = new ImageShape(data.height(), data.channels());
    Networks networks = Networks.create(config, image, 0, random);
    Module average = Networks.generator(config, image, 0, random);
    MovingAverage moving =
        MovingAverage.into(networks.generator().state(), average.state(), config.averageDecay());
    step = new GanStep(networks, moving, config);
    repeated = new RepeatedStep(device, this::work);
    Latents latents = new Latents(config.latent(), config.latentDistribution());
    sampler = new ImageSampler(average, latents, image);
    current = new ImageSampler(networks.generator(), latents, image);
    state.addParameters("generator.", networks.generator().state());
    state.addParameters("discriminator.", networks.discriminator().state());
    state.addParameters(RunState.AVERAGE, average.state());
    state.addOptimiser("optimiser.generator.", step.adamG());
    state.addOptimiser("optimiser.discriminator.", step.adamD());
  }

  Batches batches() {
    return batches;
  }

  /** Steps done, those before a resumption included. */
  long done() {
    return done;
  }

  Checkpoint checkpoint(double seconds) {
    return new Checkpoint(config, done, seconds, image.channels(), state.save());
  }

  /**
   * Continues from a checkpoint.
   *
   * @throws UserError if it is of other networks
   */
  void restore(Checkpoint checkpoint) {
    try {
      state.load(checkpoint.tensors());
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "the checkpoint of step %d doesn't fit: %s".formatted(checkpoint.step(), e.getMessage()),
          e);
    }
    done = checkpoint.step();
    random.step(done);
    batches.startAt(done);
  }

  /** The next training step; it may still be under way on return. */
  public void step() {
    batches.prepare(done);
    repeated.run();
    done++;
  }

  private void work() {
    random.nextStep();
    try (Scope batch = Scope.open()) {
      step.run(images.batch(batches.draw()), random);
    }
  }

  /** What the last step measured; waits for it. */
  public StepMetrics metrics() {
    return step.metrics();
  }

  /** Images from the averaged generator, the same z every time: [count, side, side, channels]. */
  float[] samples(int count) {
    return sampler.draw(count, SAMPLE_SEED);
  }

  /**
   * Images from the generator as it stands, before any averaging: [count, side, side, channels],
   * half from the grid's z, half from z of that seed.
   */
  float[] currentSamples(int count, long seed) {
    float[] fixed = current.draw(count / 2, SAMPLE_SEED);
    float[] both = Arrays.copyOf(fixed, count * image.size());
    float[] fresh = current.draw(count - count / 2, seed);
    System.arraycopy(fresh, 0, both, fixed.length, fresh.length);
    return both;
  }

  /** Real images, evenly taken from the whole data set: [count, side, side, channels]. */
  float[] reals(int count) {
    try (Scope batch = Scope.inference()) {
      return images.batch(Indices.of(batches.spread(count))).toFloats();
    }
  }

  @Override
  public void close() {
    repeated.close();
    images.close();
    scope.close();
  }
}
