package ganengine.gan.train;

/**
 * The time a run has taken, sessions before a resumption included, and its recent pace: an average
 * in which a step counts half after 20 more.
 */
final class Clock {
  private static final double KEEP = Math.pow(0.5, 1 / 20.0);

  private final double secondsBefore;
  private final long start = System.nanoTime();
  private double lastReading;
  private double recentSeconds;
  private double recentSteps;

  Clock(double secondsBefore) {
    this.secondsBefore = secondsBefore;
    this.lastReading = secondsBefore;
  }

  double seconds() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }

  /** Seconds since the last call of {@link #stepsDone}, or since the start. */
  double sinceReading() {
    return seconds() - lastReading;
  }

  /**
   * So many steps were done since the last call. To be called when the device has done them, not
   * when it has been told to.
   */
  void stepsDone(long count) {
    double now = seconds();
    double keep = Math.pow(KEEP, (double) count);
    recentSeconds = keep * recentSeconds + (now - lastReading);
    recentSteps = keep * recentSteps + count;
    lastReading = now;
  }

  double stepsPerSecond() {
    return recentSteps / recentSeconds;
  }
}
