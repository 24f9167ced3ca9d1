package ganengine.gan.measure;

import ganengine.gan.UserError;

/** How often a classifier sees in a conditional generator's image the class that was asked for. */
public final class LabelAccuracy {
  private LabelAccuracy() {}

  /**
   * Share of the images that show what was asked for.
   *
   * @param asked the class asked for, for each image
   * @param seen the class the classifier sees
   * @throws UserError if there are none, or no labels
   */
  public static double of(int[] asked, int[] seen) {
    if (asked == null) {
      throw new UserError("label accuracy needs a generator that takes labels, or labelled data");
    }
    if (asked.length != seen.length || seen.length == 0) {
      throw new UserError(
          "label accuracy needs one label for each image, found %,d labels for %,d images"
              .formatted(asked.length, seen.length));
    }
    int right = 0;
    for (int i = 0; i < seen.length; i++) {
      right += asked[i] == seen[i] ? 1 : 0;
    }
    return (double) right / seen.length;
  }
}
