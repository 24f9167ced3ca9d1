package ganengine.gan.project;

import ganengine.gan.data.ImageSet;
import ganengine.gan.evaluate.DigitSize;
import ganengine.gan.measure.Classifier;
import ganengine.gan.measure.Features;
import java.util.Optional;

/**
 * The features of a classifier of ours.
 *
 * @param side of the images
 */
record ClassifierSpace(Classifier classifier, int side) implements FeatureSpace {
  /** The classifier that knows such images; empty if none does. */
  static Optional<Classifier.Kind> kind(ImageSet images) {
    return images.channels() == 1 ? Classifier.Kind.of(images.name()) : Optional.empty();
  }

  @Override
  public String name() {
    return "classifier features";
  }

  @Override
  public Features of(float[] images) {
    return classifier.read(DigitSize.fit(images, side)).features();
  }
}
