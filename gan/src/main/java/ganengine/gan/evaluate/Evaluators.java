package ganengine.gan.evaluate;

import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import ganengine.gan.data.StackedDigits;
import ganengine.gan.measure.Classifier;

/** Finds the measures that fit a data set. */
public final class Evaluators {
  private Evaluators() {}

  /**
   * Stacked digits: modes and KL. Ring and grid: modes, high quality, reverse KL. Digits and
   * fashion, unless coloured: distances in the features of a classifier of ours. Any other images:
   * measures on pixels.
   *
   * @param data the real data, at the generator's size
   */
  public static Evaluator of(DataSet data) {
    if (data instanceof StackedDigits stacked) {
      return new StackedEvaluator(stacked);
    }
    if (data instanceof PointSet points) {
      return new PointEvaluator(points);
    }
    ImageSet images = (ImageSet) data;
    if (images.channels() != 1) {
      return new ImageEvaluator(images);
    }
    return Classifier.Kind.of(images.name())
        .<Evaluator>map(kind -> new ClassifiedEvaluator(images, kind))
        .orElseGet(() -> new ImageEvaluator(images));
  }
}
