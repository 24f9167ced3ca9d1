package ganengine.gan.train;

import ganengine.engine.io.HostTensor;
import ganengine.engine.nn.Module;
import ganengine.engine.optim.MovingAverage;
import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.RepeatedStep;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.evaluate.SampleSource;
import ganengine.gan.model.ImageShape;
import ganengine.gan.model.Networks;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import java.util.Arrays;
import java.util.Map;

/**
 * Everything of a run that lives on the device: data, networks, optimisers, random numbers. A
 * function of the configuration and the data until its state is loaded over. A step takes nothing
 * from the host and tells it nothing, so that a device may do it as one launch and fall behind;
 * {@link #metrics} waits for it.
 */
public final class Training implements AutoCloseable {
  /** Draws at 0 are the initial weights; the updates' round n, from 1, draws at n. */
  private static final long INITIAL = 0;

  /** Sample grids use noise of their own, apart from the run's. */
  private static final long SAMPLE_SEED = 0x5EED;

  private final TrainConfig config;
  private final Scope scope;
  private final Examples examples;
  private final Labels labels;
  private final Batches batches;
  private final UpdateOrder order;
  private final RandomSource random;
  private final GanStep step;
  private final ImageSampler sampler;
  private final ImageSampler current;
  private final RepeatedStep discriminating;
  private final RepeatedStep generating;
  private final RepeatedStep both;
  private final RunState state = new RunState();
  private long done;
  private long drawn;

  /**
   * Uploads the data and draws the initial weights; one is open on a thread at a time.
   *
   * @throws UserError if the data are not what the networks need
   */
  public Training(TrainConfig config, DataSet data, Device device) {
    this.config = config;
    Conditions.check(config, data);
    int classes = Conditions.classes(config, data);
    scope = Scope.open(device);
    examples = Examples.upload(data, config, device);
    labels = classes == 0 ? null : new Labels(classes);
    batches = new Batches(config.seed(), data, config.batch(), config.pack());
    order = UpdateOrder.of(config, batches.perEpoch());
    random = new RandomSource(config.seed());
    random.step(INITIAL);
    ImageShape image = examples.shape();
    Networks networks = Networks.create(config, image, classes, random);
    Module average = Networks.generator(config, image, classes, random);
    MovingAverage moving =
        MovingAverage.into(networks.generator().state(), average.state(), config.averageDecay());
    step = new GanStep(networks, moving, labels, config);
    discriminating = new RepeatedStep(device, this::discriminate);
    generating = new RepeatedStep(device, this::generate);
    both = new RepeatedStep(device, this::updateBoth);
    Latents latents = new Latents(config.latent(), config.latentDistribution());
    PixelRange range = examples.range();
    sampler = new ImageSampler(average, latents, classes, image, range);
    current = new ImageSampler(networks.generator(), latents, classes, image, range);
    state.addParameters("generator.", networks.generator().state());
    state.addParameters(RunState.DISCRIMINATOR, networks.discriminator().state());
    state.addParameters(RunState.AVERAGE, average.state());
    state.addOptimiser("optimiser.generator.", step.optimiserG());
    state.addOptimiser("optimiser.discriminator.", step.optimiserD());
    if (order instanceof PerEpoch) {
      state.addParameters("metrics.", step.metrics().state());
    }
  }

  Batches batches() {
    return batches;
  }

  UpdateOrder order() {
    return order;
  }

  /** The shape of a sample. */
  ImageShape image() {
    return examples.shape();
  }

  /** Classes that samples are asked of; 0 where labels don't condition the networks. */
  int classes() {
    return labels == null ? 0 : labels.classes();
  }

  /** Steps done, those before a resumption included. */
  long done() {
    return done;
  }

  /** Passes over the data done, fractional. */
  double epoch() {
    return batches.epoch(drawn);
  }

  /** Real images seen. */
  long imagesSeen() {
    return batches.images(drawn);
  }

  Checkpoint checkpoint(double seconds) {
    Map<String, HostTensor> tensors = state.save();
    tensors.putAll(examples.range().save(config.pixels()));
    return new Checkpoint(config, done, seconds, image().channels(), classes(), tensors);
  }

  /**
   * Continues from a checkpoint.
   *
   * @throws UserError if it is of other networks
   */
  void restore(Checkpoint checkpoint) {
    try {
      state.load(PixelRange.without(checkpoint.tensors()));
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "the checkpoint of step %d doesn't fit: %s".formatted(checkpoint.step(), e.getMessage()),
          e);
    }
    step.resume();
    done = checkpoint.step();
    drawn = order.batches(done);
    random.step(order.rounds(done));
    batches.startAt(drawn);
  }

  /** The next training step; it may still be under way on return. */
  public void step() {
    for (int alone = order.alone(done); alone > 0; alone--) {
      runOnNextBatch(discriminating);
    }
    switch (order.end(done)) {
      case BOTH -> runOnNextBatch(both);
      case GENERATOR -> generating.run();
      case NOTHING -> {
        // The discriminator's turn is all of this step.
      }
    }
    done++;
  }

  private void runOnNextBatch(RepeatedStep work) {
    batches.prepare(drawn);
    if (examples.staged()) {
      examples.stage(batches.numbers(drawn));
    }
    work.run();
    drawn++;
  }

  private void discriminate() {
    random.nextStep();
    try (Scope batch = Scope.open()) {
      step.updateDiscriminator(nextBatch(), random);
    }
  }

  private void generate() {
    random.nextStep();
    step.updateGenerator(random);
  }

  private void updateBoth() {
    random.nextStep();
    try (Scope batch = Scope.open()) {
      step.updateBoth(nextBatch(), random);
    }
  }

  private RealBatch nextBatch() {
    Indices numbers = examples.staged() ? batches.drawPlaces() : batches.draw();
    Tensor classes = labels == null ? null : labels.vectors(examples.classes(numbers));
    if (config.flip()) {
      random.mirror(numbers);
    }
    return new RealBatch(examples.batch(numbers), classes);
  }

  /** What the last step measured; waits for it. */
  public StepMetrics metrics() {
    return step.metrics().read();
  }

  /**
   * Images from the averaged generator, the same z every time: [count, side, side, channels]. Where
   * labels condition it, of class 0, 1, ... in turns.
   */
  float[] samples(int count) {
    return sampler.draw(count, SAMPLE_SEED);
  }

  /** The averaged generator as measures see it. */
  SampleSource source() {
    return sampler;
  }

  /**
   * Images from the generator as it stands, before any averaging: [count, side, side, channels],
   * half from the grid's z, half from z of that seed.
   */
  float[] currentSamples(int count, long seed) {
    float[] fixed = current.draw(count / 2, SAMPLE_SEED);
    float[] both = Arrays.copyOf(fixed, count * image().size());
    float[] fresh = current.draw(count - count / 2, seed);
    System.arraycopy(fresh, 0, both, fixed.length, fresh.length);
    return both;
  }

  /** Real images, evenly taken from the whole data set: [count, side, side, channels]. */
  float[] reals(int count) {
    try (Scope batch = Scope.inference()) {
      float[] images = examples.numbered(batches.spread(count)).toFloats();
      examples.range().show(images);
      return images;
    }
  }

  @Override
  public void close() {
    both.close();
    generating.close();
    discriminating.close();
    examples.close();
    scope.close();
  }
}
