package ganengine.gan.evaluate;

import ganengine.gan.config.TrainConfig;
import ganengine.gan.measure.Classifier;
import ganengine.gan.model.ImageShape;
import ganengine.kernels.Device;
import java.util.Optional;

/** Reads a run's grey images with the classifier of ours that knows what they show. */
public final class ImageJudge implements AutoCloseable {
  private final Classifier classifier;
  private final int side;

  private ImageJudge(Classifier classifier, int side) {
    this.classifier = classifier;
    this.side = side;
  }

  /**
   * For digits and clothes, unless coloured; empty for anything else. It is open between scopes
   * opened before and after it.
   *
   * @param config of the run
   * @param image the size of its images
   */
  public static Optional<ImageJudge> of(TrainConfig config, ImageShape image, Device device) {
    return image.channels() == 1
        ? Classifier.Kind.of(config.dataset())
            .map(kind -> new ImageJudge(new Classifier(kind, device), image.side()))
        : Optional.empty();
  }

  /** What it says about images [count, side, side, 1] in [-1, 1], at least one. */
  public Classifier.Reading read(float[] images) {
    return classifier.read(DigitSize.fit(images, side));
  }

  @Override
  public void close() {
    classifier.close();
  }
}
