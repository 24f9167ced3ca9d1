package ganengine.gan.project;

import ganengine.gan.UserError;

/**
 * How images are projected.
 *
 * @param restarts beginnings of z for each image
 * @param steps of Adam, at most
 * @param rate of Adam at first; goes down to 0 by half a cosine wave
 * @param featureWeight of the discriminator's features beside the pixels; 0: pixels alone
 * @param prior weight of the pull of normal z to their distribution's norm, see {@link
 *     ProjectionLoss}
 * @param patience steps without improvement after which a restart stops
 */
public record ProjectionSettings(
    int restarts, int steps, double rate, double featureWeight, double prior, int patience) {
  /** What the command line takes unless told otherwise. */
  public static final ProjectionSettings STANDARD =
      new ProjectionSettings(8, 400, 0.1, 0, 0.001, 100);

  /**
   * Checks them.
   *
   * @throws UserError if one is out of range
   */
  public ProjectionSettings {
    require(restarts >= 1, "--restarts: expected a whole number from 1, found " + restarts);
    require(steps >= 1, "the steps of a projection are at least 1, found " + steps);
    require(patience >= 1, "--patience: expected a whole number from 1, found " + patience);
    require(positive(rate) && rate > 0, "--rate: expected a number above 0, found " + rate);
    require(
        positive(featureWeight),
        "--feature-weight: expected a number from 0, found " + featureWeight);
    require(positive(prior), "--prior: expected a number from 0, found " + prior);
  }

  private static boolean positive(double value) {
    return value >= 0 && Double.isFinite(value);
  }

  private static void require(boolean sound, String otherwise) {
    if (!sound) {
      throw new UserError(otherwise);
    }
  }
}
