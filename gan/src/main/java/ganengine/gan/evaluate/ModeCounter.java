package ganengine.gan.evaluate;

import ganengine.engine.tensor.Scope;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import ganengine.gan.data.StackedDigits;
import ganengine.gan.measure.Classifier;
import ganengine.gan.measure.PointModes;
import ganengine.gan.measure.StackedModes;
import java.util.Arrays;
import java.util.Optional;

/**
 * How many of a data set's modes are among a few samples, be they good or not; computes on the
 * innermost scope's device.
 */
@FunctionalInterface
public interface ModeCounter {
  /** Of samples [n, side, side, channels] in [-1, 1], or points [n, 2]. */
  int count(float[] samples);

  /**
   * Ring and grid: centres that are the nearest of a point; stacked digits, digits and clothes:
   * what a classifier of ours sees. Empty where nothing tells modes apart.
   */
  static Optional<ModeCounter> of(DataSet data) {
    if (data instanceof PointSet points) {
      // However far it is from its centre, a point counts.
      return Optional.of(
          drawn -> PointModes.of(drawn, points.centres(), Double.POSITIVE_INFINITY).covered());
    }
    if (data instanceof StackedDigits stacks) {
      int side = stacks.digits().height();
      return Optional.of(
          drawn ->
              StackedModes.histogram(
                      classes(
                          Classifier.Kind.DIGITS, StackedModes.channels(drawn, side * side), side))
                  .covered());
    }
    return data instanceof ImageSet images && images.channels() == 1
        ? Classifier.Kind.of(images.name())
            .map(kind -> drawn -> distinct(classes(kind, drawn, images.height())))
        : Optional.empty();
  }

  private static int[] classes(Classifier.Kind kind, float[] grey, int side) {
    try (Classifier classifier = new Classifier(kind, Scope.current().device())) {
      return classifier.read(DigitSize.fit(grey, side)).classes();
    }
  }

  private static int distinct(int[] classes) {
    return (int) Arrays.stream(classes).distinct().count();
  }
}
