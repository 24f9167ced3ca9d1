package ganengine.gan.train;

import ganengine.engine.optim.Adam;
import ganengine.engine.optim.MovingAverage;
import ganengine.engine.optim.Optimiser;
import ganengine.engine.optim.Schedule;
import ganengine.engine.optim.ScheduledNumber;
import ganengine.gan.config.TrainConfig;
import java.util.Optional;

/**
 * How settings with a start of their own move to their value by half a cosine wave, while the
 * discriminator sees the run's first {@code burnIn} real images, and then stay (R3GAN, Huang et al.
 * 2024, table 9). All of it lies on the device, one number for each update.
 */
final class BurnIn {
  private final TrainConfig config;

  BurnIn(TrainConfig config) {
    this.config = config;
  }

  /** Schedules the generator's rate and beta2, and the average that follows its updates. */
  void generator(Optimiser optimiser, MovingAverage average) {
    double images = imagesD() * config.stepsD() / config.stepsG();
    anneal(optimiser, config.rateGStart(), config.rateG(), images);
    if (config.averageDecayStart() != null) {
      Schedule halfLife =
          between(halfLife(config.averageDecayStart()), halfLife(config.averageDecay()), images);
      average.schedule(update -> Math.pow(0.5, 1 / halfLife.rate(update)), updates(images));
    }
  }

  /** Schedules the discriminator's rate and beta2. */
  void discriminator(Optimiser optimiser) {
    anneal(optimiser, config.rateDStart(), config.rateD(), imagesD());
  }

  /** What the penalty is multiplied by at each of the discriminator's updates; empty for 1. */
  Optional<ScheduledNumber> penaltyFactor() {
    if (config.penaltyWeightStart() == null) {
      return Optional.empty();
    }
    double start = config.penaltyWeightStart() / config.penaltyWeight();
    return Optional.of(new ScheduledNumber(between(start, 1, imagesD()), updates(imagesD())));
  }

  private void anneal(Optimiser optimiser, Double rateStart, double rate, double images) {
    if (rateStart != null) {
      optimiser.schedule(between(rateStart, rate, images), updates(images));
    }
    if (config.beta2Start() != null && optimiser instanceof Adam adam) {
      adam.scheduleBeta2(between(config.beta2Start(), config.beta2(), images), updates(images));
    }
  }

  /** Real images in an update of the discriminator. */
  private double imagesD() {
    return (double) config.batch() * config.pack();
  }

  /** Updates until the last value is reached, and that one. */
  private int updates(double images) {
    return 1 + (int) Math.ceil(config.burnIn() / images);
  }

  private Schedule between(double start, double end, double images) {
    Schedule byImages = Schedule.cosine(start, end, config.burnIn());
    return update -> byImages.rate(Math.round(update * images));
  }

  /** Updates after which half of a weight is left in an average: 0 for a decay of 0. */
  private static double halfLife(double decay) {
    return -Math.log(2) / Math.log(decay);
  }
}
