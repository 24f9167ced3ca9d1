package ganengine.gan.train;

/**
 * D alone through a whole epoch, then G alone for as many steps: what makes D win before G has
 * learnt anything.
 *
 * @param perEpoch batches in an epoch
 */
record PerEpoch(int perEpoch) implements UpdateOrder {
  @Override
  public int alone(long step) {
    return step / perEpoch % 2 == 0 ? 1 : 0;
  }

  @Override
  public End end(long step) {
    return alone(step) == 1 ? End.NOTHING : End.GENERATOR;
  }

  @Override
  public long batches(long steps) {
    long both = 2L * perEpoch;
    return steps / both * perEpoch + Math.min(steps % both, perEpoch);
  }

  @Override
  public long rounds(long steps) {
    return steps;
  }
}
