package ganengine.gan.features;

import java.util.List;

/**
 * How well a linear classifier tells held-out images apart by several kinds of features. A function
 * of checkpoint, data and seed on one device.
 *
 * @param dataset the name of the labelled data
 * @param labels images that it learnt from
 * @param heldOut images that it was tested with
 * @param classes what they are called
 * @param rows the discriminator's features first, then the baselines
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
   * @param width numbers in an image's
   * @param c what cross-validation on the labelled images chose
   * @param crossValidated the share it got right with that
   * @param accuracy the share of the held-out images that is right
   * @param confusion [class, class found] held-out images
   */
  @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
  public record Row(
      String features,
      int width,
      double c,
      double crossValidated,
      double accuracy,
      int[][] confusion) {}
}
