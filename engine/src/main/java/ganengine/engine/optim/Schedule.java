package ganengine.engine.optim;

/** A learning rate, or another number, that changes over a run. */
@FunctionalInterface
public interface Schedule {
  /**
   * The rate of a step.
   *
   * @param step 0 at the first
   */
  double rate(long step);

  /** Always the same. */
  static Schedule constant(double rate) {
    return step -> rate;
  }

  /** {@code rate} until step {@code from}, then down in a straight line to 0 at step {@code to}. */
  static Schedule linearDecay(double rate, long from, long to) {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "linear decay needs 0 <= from < to, found from %d to %d".formatted(from, to));
    }
    return step -> rate * Math.min(1, Math.max(0, (double) (to - step) / (to - from)));
  }

  /** Multiplied by {@code factor} after every {@code every} steps. */
  static Schedule stepDecay(double rate, double factor, long every) {
    if (every < 1) {
      throw new IllegalArgumentException("step decay needs every >= 1, found " + every);
    }
    return step -> rate * Math.pow(factor, (double) Math.floorDiv(step, every));
  }

  /**
   * From {@code rate} by half a cosine wave to {@code end} at step {@code steps}, where it stays
   * (Loshchilov and Hutter 2017, equation 5, without restarts).
   */
  static Schedule cosine(double rate, double end, long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("cosine decay needs steps >= 1, found " + steps);
    }
    return step -> end + (rate - end) * (1 + Math.cos(Math.PI * Math.min(step, steps) / steps)) / 2;
  }

  /**
   * Up in a straight line over the first {@code steps} steps, from 1 / steps of what {@code then}
   * begins with; after that {@code then}, which counts from the end of the warm-up.
   */
  static Schedule warmUp(long steps, Schedule then) {
    if (steps < 1) {
      throw new IllegalArgumentException("a warm-up needs steps >= 1, found " + steps);
    }
    return step -> step < steps ? then.rate(0) * (step + 1) / steps : then.rate(step - steps);
  }
}
