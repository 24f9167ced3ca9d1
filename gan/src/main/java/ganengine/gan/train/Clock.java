package ganengine.gan.train;

/**
 * The time a run has taken, sessions before a resumption included, and its recent pace: an average
 * in which a step counts half after 20 more.
 */
final class Clock {
  private static final double KEEP = Math.pow(0.5, 1 / 20.0);

  private final double secondsBefore;
  private final long start = System.nanoTime();
  private double lastStep;
  private double recentSeconds;
  private double recentSteps;

  Clock(double secondsBefore) {
    this.secondsBefore = secondsBefore;
    this.lastStep = secondsBefore;
  }

  double seconds() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }

  /** A step was done. */
  void step() {
    double now = seconds();
    recentSeconds = KEEP * recentSeconds + (now - lastStep);
    recentSteps = KEEP * recentSteps + 1;
    lastStep = now;
  }

  double stepsPerSecond() {
    return recentSteps / recentSeconds;
  }
}
