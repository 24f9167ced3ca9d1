package ganengine.gan.train;

/**
 * D is updated {@code stepsD} times, then G.
 *
 * @param stepsD batches in a step
 * @param warmUp whether D gets 100 updates in each of the first 25 steps and in every 500th (the
 *     authors' code of WGAN, Arjovsky et al. 2017)
 */
record PerBatch(int stepsD, boolean warmUp) implements UpdateOrder {
  private static final int WARM_UP_UPDATES = 100;
  private static final int WARM_UP_STEPS = 25;
  private static final int EVERY = 500;

  @Override
  public int alone(long step) {
    return (warm(step) ? WARM_UP_UPDATES : stepsD) - 1;
  }

  private boolean warm(long step) {
    return warmUp && (step < WARM_UP_STEPS || step % EVERY == 0);
  }

  @Override
  public End end(long step) {
    return End.BOTH;
  }

  @Override
  public long batches(long steps) {
    long warm = 0;
    if (warmUp) {
      long later = steps == 0 ? 0 : (steps - 1) / EVERY;
      warm = Math.min(steps, WARM_UP_STEPS) + later;
    }
    return WARM_UP_UPDATES * warm + stepsD * (steps - warm);
  }

  @Override
  public long rounds(long steps) {
    return batches(steps);
  }
}
