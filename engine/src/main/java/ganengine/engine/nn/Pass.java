package ganengine.engine.nn;

import ganengine.engine.tensor.RandomSource;

/**
 * What a forward pass is for.
 *
 * @param training whether batch norm uses the batch's statistics and dropout drops
 * @param random where dropout's random numbers come from; null in inference
 */
public record Pass(boolean training, RandomSource random) {
  private static final Pass INFERENCE = new Pass(false, null);

  /** A pass that trains. */
  public static Pass training(RandomSource random) {
    return new Pass(true, random);
  }

  /** A pass that uses what was learnt. */
  public static Pass inference() {
    return INFERENCE;
  }
}
