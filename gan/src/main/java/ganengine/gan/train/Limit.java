package ganengine.gan.train;

import ganengine.gan.config.TrainConfig;

/**
 * How long a run goes on: a number of steps, or minutes of training.
 *
 * @param steps steps in all; {@link Long#MAX_VALUE} if time is the limit
 * @param seconds seconds of training in all; infinite if steps are
 */
record Limit(long steps, double seconds) {
  static Limit of(TrainConfig config, Training training) {
    if (config.steps() != null) {
      return new Limit(config.steps(), Double.POSITIVE_INFINITY);
    }
    if (config.epochs() != null) {
      long batches = Math.round(config.epochs() * training.batches().perEpoch());
      return new Limit(training.order().stepsFor(batches), Double.POSITIVE_INFINITY);
    }
    return new Limit(Long.MAX_VALUE, config.minutes() * 60);
  }

  boolean reached(long stepsDone, double secondsSpent) {
    return stepsDone >= steps || secondsSpent >= seconds;
  }

  /** Steps in all, estimated from the rate so far where time is the limit. */
  long totalSteps(long stepsDone, double secondsSpent, double stepsPerSecond) {
    return steps < Long.MAX_VALUE
        ? steps
        : stepsDone + Math.round(Math.max(0, seconds - secondsSpent) * stepsPerSecond);
  }
}
