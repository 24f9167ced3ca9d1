package ganengine.gan.train;

import static ganengine.engine.op.Binary.add;
import static ganengine.engine.op.Binary.multiply;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.optim.Adam;
import ganengine.engine.optim.MovingAverage;
import ganengine.engine.optim.Optimiser;
import ganengine.engine.optim.RmsProp;
import ganengine.engine.optim.ScheduledNumber;
import ganengine.engine.optim.WeightClip;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.loss.GanLoss;
import ganengine.gan.loss.Penalty;
import ganengine.gan.loss.Penalty.Judged;
import ganengine.gan.model.Networks;
import java.util.Map;
import java.util.Optional;

/**
 * What a training step is made of: an update of the discriminator on a batch of real images, and
 * updates of the generator through it. Where one follows the other they share z, and the
 * generator's forward pass serves both losses, unless the settings ask for fresh z. In the
 * generator's part no gradient of the discriminator's weights is computed, since nobody asks for
 * one.
 */
final class GanStep {
  /** RMSProp's constants where WGAN's code leaves them: PyTorch's. */
  private static final double RMSPROP_DECAY = 0.99;

  private static final double RMSPROP_EPSILON = 1e-8;

  private final Module generator;
  private final Judge judge;
  private final GanLoss loss;
  private final Optional<Penalty> penalty;
  private final Optional<ScheduledNumber> penaltyFactor;
  private final Latents latents;
  private final Labels labels;
  private final int count;
  private final int updatesG;
  private final boolean fresh;
  private final Optimiser optimiserG;
  private final Optimiser optimiserD;
  private final Optional<WeightClip> clip;
  private final MovingAverage average;
  private final DeviceMetrics metrics = new DeviceMetrics();

  /**
   * Optimiser state and metrics belong to the innermost scope.
   *
   * @param average the moving average of the generator's weights, which follows every update
   * @param labels those that condition the networks; null for none
   */
  GanStep(Networks networks, MovingAverage average, Labels labels, TrainConfig config) {
    generator = networks.generator();
    judge = new Judge(networks.discriminator(), config.pack());
    loss = GanLoss.of(config);
    penalty = Penalty.of(config);
    latents = new Latents(config.latent(), config.latentDistribution());
    this.labels = labels;
    count = config.batch() * config.pack();
    updatesG = config.stepsG();
    fresh = config.freshLatents();
    optimiserG = optimiser(config, generator.state(), config.rateG());
    optimiserD = optimiser(config, judge.discriminator().state(), config.rateD());
    clip =
        config.clip() > 0
            ? Optional.of(new WeightClip(judge.discriminator().parameters(), config.clip()))
            : Optional.empty();
    this.average = average;
    BurnIn burnIn = new BurnIn(config);
    burnIn.generator(optimiserG, average);
    burnIn.discriminator(optimiserD);
    penaltyFactor = burnIn.penaltyFactor();
  }

  private static Optimiser optimiser(
      TrainConfig config, Map<String, Parameter> parameters, double rate) {
    return config.optimiser().equals("rmsprop")
        ? new RmsProp(parameters, rate, RMSPROP_DECAY, RMSPROP_EPSILON)
        : new Adam(parameters, rate, config.beta1(), config.beta2());
  }

  Optimiser optimiserG() {
    return optimiserG;
  }

  Optimiser optimiserD() {
    return optimiserD;
  }

  /** Goes on where the optimisers, now loaded, stopped: what else is scheduled counts with them. */
  void resume() {
    average.updates(optimiserG.steps());
    penaltyFactor.ifPresent(factor -> factor.updates(optimiserD.steps()));
  }

  DeviceMetrics metrics() {
    return metrics;
  }

  /** Updates the discriminator, then the generator. */
  void updateBoth(RealBatch real, RandomSource random) {
    if (fresh) {
      updateDiscriminator(real, random);
      generateAll(real, random, Pass.training(random));
    } else {
      updateBothOnSameLatents(real, random);
    }
  }

  private void updateBothOnSameLatents(RealBatch real, RandomSource random) {
    Pass training = Pass.training(random);
    try (Scope step = Scope.open()) {
      GeneratorInput input = draw(random);
      Tensor fake = generator.forward(input.joined(), training);
      discriminate(real, fake, input.labels(), training);
      generate(real, fake, input.labels(), training);
      for (int update = 1; update < updatesG; update++) {
        generate(real, generator.forward(input.joined(), training), input.labels(), training);
      }
    }
  }

  /** Updates the discriminator alone. */
  void updateDiscriminator(RealBatch real, RandomSource random) {
    Pass training = Pass.training(random);
    try (Scope step = Scope.open()) {
      GeneratorInput input;
      Tensor fake;
      try (Scope unrecorded = Scope.inference()) {
        input = draw(random);
        fake = unrecorded.keep(generator.forward(input.joined(), training));
        if (input.labels() != null) {
          unrecorded.keep(input.labels());
        }
      }
      discriminate(real, fake, input.labels(), training);
    }
  }

  /** Updates the generator alone, where the loss takes no real images. */
  void updateGenerator(RandomSource random) {
    generateAll(null, random, Pass.training(random));
  }

  private void generateAll(RealBatch real, RandomSource random, Pass training) {
    for (int update = 0; update < updatesG; update++) {
      try (Scope step = Scope.open()) {
        GeneratorInput input = draw(random);
        generate(real, generator.forward(input.joined(), training), input.labels(), training);
      }
    }
  }

  private GeneratorInput draw(RandomSource random) {
    Tensor z = latents.draw(count, random);
    return new GeneratorInput(z, labels == null ? null : labels.draw(count, random));
  }

  private void discriminate(RealBatch real, Tensor fake, Tensor fakeLabels, Pass training) {
    try (Scope discriminating = Scope.open()) {
      // Leaves, so that gradients with respect to them don't look for what they were made of.
      Tensor realPacks = leaf(judge.packed(real.images()));
      Tensor fakePacks = leaf(judge.packed(fake));
      Tensor logitsReal = judge.logits(realPacks, real.labels(), training);
      Tensor logitsFake = judge.logits(fakePacks, fakeLabels, training);
      Tensor value = loss.discriminator(logitsReal, logitsFake);
      Tensor total = value;
      if (penalty.isPresent()) {
        Tensor steepness =
            penalty
                .get()
                .value(
                    new Judged(realPacks, logitsReal),
                    new Judged(fakePacks, logitsFake),
                    packs -> judge.logits(packs, real.labels(), training),
                    training.random());
        total = add(value, weighted(steepness));
      }
      metrics.lossD(value);
      metrics.probabilities(loss.probability(logitsReal), loss.probability(logitsFake));
      optimiserD.step(Gradients.consuming(total, judge.discriminator().parameters()));
      clip.ifPresent(WeightClip::apply);
    }
  }

  private Tensor weighted(Tensor steepness) {
    if (penaltyFactor.isEmpty()) {
      return steepness;
    }
    penaltyFactor.get().advance();
    return multiply(steepness, penaltyFactor.get().value());
  }

  private static Tensor leaf(Tensor tensor) {
    return tensor.view(tensor.shape());
  }

  private void generate(RealBatch real, Tensor fake, Tensor fakeLabels, Pass training) {
    try (Scope generating = Scope.open()) {
      Tensor logits = judge.logits(judge.packed(fake), fakeLabels, training);
      Tensor value =
          loss.generator(
              logits, () -> judge.logits(judge.packed(real.images()), real.labels(), training));
      optimiserG.step(Gradients.consuming(value, generator.parameters()));
      average.update();
      metrics.lossG(value);
    }
  }
}
