package ganengine.gan.evaluate;

import ganengine.gan.config.TrainConfig;
import ganengine.gan.measure.Classifier;
import ganengine.gan.measure.StackedModes;
import ganengine.gan.model.ImageShape;
import ganengine.kernels.Device;
import java.util.Optional;

/** Reads a run's images with the classifier of ours that knows what they show. */
public final class ImageJudge implements AutoCloseable {
  private final Classifier classifier;
  private final ImageShape image;

  private ImageJudge(Classifier classifier, ImageShape image) {
    this.classifier = classifier;
    this.image = image;
  }

  /**
   * For digits and clothes, unless coloured; empty for anything else. It is open between scopes
   * opened before and after it.
   *
   * @param config of the run
   * @param image the size of its images
   */
  public static Optional<ImageJudge> of(TrainConfig config, ImageShape image, Device device) {
    return image.channels() == 1 ? ofChannels(config, image, device) : Optional.empty();
  }

  /** The same, and for stacks of digits and coloured images, which it reads channel by channel. */
  public static Optional<ImageJudge> ofChannels(
      TrainConfig config, ImageShape image, Device device) {
    return Classifier.Kind.ofChannels(config.dataset())
        .map(kind -> new ImageJudge(new Classifier(kind, device), image));
  }

  /**
   * What it says about images.
   *
   * @param images [count, side, side, channels] in [-1, 1], at least one
   * @return of [count, channels] single digits or clothes
   */
  public Classifier.Reading read(float[] images) {
    int side = image.side();
    float[] single = image.channels() == 1 ? images : StackedModes.channels(images, side * side);
    return classifier.read(DigitSize.fit(single, side));
  }

  @Override
  public void close() {
    classifier.close();
  }
}
