package ganengine.gan.train;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.optim.Adam;
import ganengine.engine.optim.MovingAverage;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.loss.NonSaturating;
import ganengine.gan.model.Networks;

/**
 * One training step: on one mini-batch the discriminator is updated, then the generator through the
 * updated discriminator, with the same z. The generator runs forward once: its images serve both
 * losses. In the generator's half no gradient of the discriminator's weights is computed, since
 * nobody asks for one.
 */
final class GanStep {
  private final Module generator;
  private final Module discriminator;
  private final NonSaturating loss;
  private final Latents latents;
  private final int batch;
  private final Adam adamG;
  private final Adam adamD;
  private final MovingAverage average;
  private final DeviceMetrics metrics = new DeviceMetrics();

  /**
   * Optimiser state and metrics belong to the innermost scope.
   *
   * @param average the moving average of the generator's weights, which follows every step
   */
  GanStep(Networks networks, MovingAverage average, TrainConfig config) {
    generator = networks.generator();
    discriminator = networks.discriminator();
    loss = new NonSaturating(config.labelReal());
    latents = new Latents(config.latent(), config.latentDistribution());
    batch = config.batch();
    adamG = new Adam(generator.state(), config.rateG(), config.beta1(), config.beta2());
    adamD = new Adam(discriminator.state(), config.rateD(), config.beta1(), config.beta2());
    this.average = average;
  }

  Adam adamG() {
    return adamG;
  }

  Adam adamD() {
    return adamD;
  }

  /** What the last run measured; waits for it. */
  StepMetrics metrics() {
    return metrics.read();
  }

  /** Updates both networks with this batch of real images. */
  void run(Tensor real, RandomSource random) {
    Pass training = Pass.training(random);
    try (Scope step = Scope.open()) {
      Tensor fake = generator.forward(latents.draw(batch, random), training);
      try (Scope discriminating = Scope.open()) {
        Tensor logitsReal = discriminator.forward(real, training);
        Tensor logitsFake = discriminator.forward(fake, training);
        Tensor value = loss.discriminator(logitsReal, logitsFake);
        adamD.step(Gradients.of(value, discriminator.parameters()));
        metrics.lossD(value);
        metrics.probabilities(probability(logitsReal), probability(logitsFake));
      }
      try (Scope generating = Scope.open()) {
        Tensor value = loss.generator(discriminator.forward(fake, training));
        adamG.step(Gradients.of(value, generator.parameters()));
        average.update();
        metrics.lossG(value);
      }
    }
  }

  private static Tensor probability(Tensor logits) {
    return Sum.mean(Unary.sigmoid(logits));
  }
}
