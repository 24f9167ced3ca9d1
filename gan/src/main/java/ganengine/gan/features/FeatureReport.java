package ganengine.gan.features;

import java.util.List;

/**
 * How well a linear classifier tells held-out images apart by several kinds of features. A function
 * of checkpoint, data and seed on one device, but for the seconds.
 *
 * @param dataset the name of the labelled data
 * @param labels images that it learnt from
 * @param heldOut images that it was tested with
 * @param classes what they are called
 * @param rows the discriminator's features first, then random weights, once for each seed, then
 *     pixels
 * @param notes how to read it
 */
public record FeatureReport(
    String dataset,
    int labels,
    int heldOut,
    List<String> classes,
    List<Row> rows,
    List<String> notes) {

  /**
   * One kind of features.
   *
   * @param features what they are
   * @param seed of random weights; null for others
   * @param width numbers in an image's
   * @param c what a mistake cost
   * @param crossValidated the share of the labelled images that cross-validation got right with
   *     that; null where c was given
   * @param accuracy the share of the held-out images that is right
   * @param seconds that all of it took
   * @param confusion [class, class found] held-out images
   */
  @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
  public record Row(
      String features,
      Long seed,
      int width,
      double c,
      Double crossValidated,
      double accuracy,
      double seconds,
      int[][] confusion) {}
}
