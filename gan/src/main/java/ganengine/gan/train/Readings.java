package ganengine.gan.train;

import ganengine.gan.config.TrainConfig;

/**
 * Says when to ask the device what its steps measured. Asking waits for all steps begun so far, so
 * it is done only for a line of the log or where some time has passed; rates are measured there,
 * where the steps are truly done.
 */
final class Readings {
  private static final double SECONDS = 0.1;

  private final Training training;
  private final TrainConfig config;
  private final Limit limit;
  private final Clock clock;
  private final long first;
  private long read;

  Readings(Training training, TrainConfig config, Limit limit, Clock clock) {
    this.training = training;
    this.config = config;
    this.limit = limit;
    this.clock = clock;
    this.first = training.done() + 1;
    this.read = training.done();
  }

  /** Whether there were steps since the last reading. */
  boolean unread() {
    return training.done() > read;
  }

  /** Whether the last step is one that the log has a line of. */
  boolean logged() {
    return training.done() % config.logEvery() == 0;
  }

  /** Whether to read now: for the log, at the first step, or since the last time is long ago. */
  boolean due() {
    return logged() || training.done() == first || clock.sinceReading() >= SECONDS;
  }

  /** Waits for the device. */
  Progress take() {
    StepMetrics metrics = training.metrics();
    long done = training.done();
    clock.stepsDone(done - read);
    read = done;
    double perSecond = clock.stepsPerSecond();
    long total = limit.totalSteps(done, clock.seconds(), perSecond);
    return new Progress(
        done,
        total,
        training.epoch(),
        metrics,
        perSecond * imagesPerStep(done),
        (total - done) / perSecond);
  }

  /** A mean over all steps, since they differ where one network is updated more often. */
  private double imagesPerStep(long done) {
    return done == 0 ? 0 : (double) training.imagesSeen() / done;
  }
}
