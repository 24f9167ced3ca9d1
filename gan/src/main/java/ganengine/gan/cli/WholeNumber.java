package ganengine.gan.cli;

import ganengine.gan.UserError;

/** Checks of options that are whole numbers. */
final class WholeNumber {
  private WholeNumber() {}

  /**
   * That an option is not too small.
   *
   * @throws UserError if it is
   */
  static void require(String option, int least, int found) {
    if (found < least) {
      throw new UserError(
          "%s: expected a whole number from %d, found '%d'".formatted(option, least, found));
    }
  }

  /**
   * That an option is neither too small nor too large.
   *
   * @throws UserError if it is
   */
  static void require(String option, int least, int most, int found) {
    if (found < least || found > most) {
      throw new UserError(
          "%s: expected a whole number from %d to %,d, found '%d'"
              .formatted(option, least, most, found));
    }
  }
}
