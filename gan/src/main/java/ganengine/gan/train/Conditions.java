package ganengine.gan.train;

import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;

/** What networks ask of the data. */
public final class Conditions {
  private Conditions() {}

  /**
   * Checks that the data fit.
   *
   * @throws UserError if there are too few, they lack labels that are asked for, or the networks
   *     are for points and the data are images, or the other way round
   */
  public static void check(TrainConfig config, DataSet data) {
    if (config.batch() > data.count()) {
      throw new UserError(
          "--batch %d is larger than the data set (%s has %,d images); use a smaller batch"
              .formatted(config.batch(), data.name(), data.count()));
    }
    boolean points = data instanceof PointSet;
    if (points != config.model().equals("points")) {
      throw new UserError(
          points
              ? "data set %s is of points; it goes with --model points, found %s"
                  .formatted(data.name(), config.model())
              : "model points is for ring and grid, data set %s is of images"
                  .formatted(data.name()));
    }
    if (config.flip() && !(data instanceof ImageSet)) {
      throw new UserError(
          "flip true: only single images can be mirrored, found data set " + data.name());
    }
    requireLabels(config, data);
  }

  private static void requireLabels(TrainConfig config, DataSet data) {
    boolean labelled = data instanceof ImageSet images && images.labels() != null;
    if (!config.conditional().equals("none") && !labelled) {
      throw new UserError(
          "conditional %s needs a data set with labels, %s has none"
              .formatted(config.conditional(), data.name()));
    }
  }

  /** Classes of the labels that condition the networks; 0 for none. */
  public static int classes(TrainConfig config, DataSet data) {
    return config.conditional().equals("none") ? 0 : ((ImageSet) data).classes();
  }
}
