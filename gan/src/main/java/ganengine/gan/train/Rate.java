package ganengine.gan.train;

/** Steps a second over the recent past: an average in which a step counts half after 20 more. */
final class Rate {
  private static final double KEEP = Math.pow(0.5, 1 / 20.0);

  private double seconds;
  private double steps;

  void step(double duration) {
    seconds = KEEP * seconds + duration;
    steps = KEEP * steps + 1;
  }

  double perSecond() {
    return seconds > 0 ? steps / seconds : 0;
  }
}
