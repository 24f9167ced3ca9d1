package ganengine.gan.features;

import ganengine.gan.UserError;
import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.measure.Classifier;
import ganengine.gan.model.ImageShape;
import ganengine.gan.train.Sampler;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/**
 * Makes a generator forget an object (Radford et al. 2015, section 6.3.1): a logistic regression
 * learns from a layer's features whether the object is there, those with positive weights are
 * dropped, and the same z is drawn with and without them. Where the object is boxed, features are
 * whole maps, as in the paper, since it may be anywhere. Where samples are told by class, each
 * activation is a feature of its own: objects that always are in the middle, as digits, leave a
 * map's other places alone; and what is counted is counted on samples that the regression never
 * saw.
 */
public final class Forgetting {
  /** What a mistake of the regression costs. */
  private static final double COST = 0.1;

  private final SampledLayer layer;
  private final EvaluationListener listener;

  /**
   * What was found, and a picture: samples with the object, and under each the same z without.
   *
   * @param report the numbers
   * @param picture up to 24 samples
   */
  public record Result(ForgetReport report, BufferedImage picture) {}

  /**
   * A class to forget.
   *
   * @param label the class
   * @param channel where it is seen, from 0; 0 of grey images
   */
  public record Unwanted(int label, int channel) {}

  /**
   * How many samples, and which.
   *
   * @param count the first samples of the seed, which the regression learns from
   * @param heldOut those behind them, which are counted
   * @param seed of their z
   */
  public record Samples(int count, int heldOut, long seed) {}

  /**
   * Of this generator.
   *
   * @param layer whose activations are looked at: see {@link MaskedGenerator}
   * @throws UserError if the generator has no feature maps, or no such layer
   */
  public Forgetting(Sampler sampler, int layer, EvaluationListener listener) {
    this.layer = new SampledLayer(sampler, layer, listener);
    this.listener = listener;
  }

  /**
   * Forgets a class that a classifier sees in one channel: drops the activations that speak for it.
   *
   * @param most activations to drop, those with the largest weights
   * @throws UserError if the class is seen in no sample or in all, no weight is positive, or memory
   *     is too small for a regression on so many activations
   */
  public Result forget(Classifier classifier, Unwanted unwanted, Samples samples, int most) {
    Examples.requireRoom("--count", samples.count(), layer.generator().maps().elements());
    LogisticRegression regression = fit(seenIn(classifier, unwanted, samples));
    int[] dropped = dropped(regression, most);
    HeldOutCount found =
        HeldOutCount.of(
            layer, classifier, unwanted, samples, v -> layer.images(v, dropped), listener);
    Evidence others = found.evidence();
    return result(
        samples, found, dropped, null, regression.accuracy(others.rows(), others.present()));
  }

  /**
   * Forgets a class that a classifier sees in one channel: drops nothing, but subtracts from all
   * activations what samples with the class have more on average, as far as a sample shows it. A
   * sample without it stays as it is, so less is changed elsewhere than by dropping activations
   * that draw other things too.
   *
   * @param strength times as much is subtracted as a sample shows
   * @throws UserError if the class is seen in no sample or in all
   */
  public Result subtract(
      Classifier classifier, Unwanted unwanted, Samples samples, double strength) {
    ObjectDirection direction = ObjectDirection.of(seenIn(classifier, unwanted, samples));
    HeldOutCount found =
        HeldOutCount.of(
            layer,
            classifier,
            unwanted,
            samples,
            v -> layer.images(direction.subtracted(v, strength)),
            listener);
    return result(samples, found, new int[0], strength, null);
  }

  private Evidence seenIn(Classifier classifier, Unwanted unwanted, Samples samples) {
    float[] values = layer.values(0, samples.count(), samples.seed());
    float[] images = layer.images(values);
    listener.working("reading", 0);
    return new Evidence(
        values, ClassesSeen.in(images, layer.image(), classifier).showing(unwanted));
  }

  private Result result(
      Samples samples, HeldOutCount found, int[] dropped, Double subtracted, Double accuracy) {
    ForgetReport report =
        new ForgetReport(
            layer.generator().layer(),
            layer.generator().maps().elements(),
            IntStream.of(dropped).boxed().toList(),
            subtracted,
            samples.count(),
            accuracy,
            samples.heldOut(),
            found.present(),
            found.stillPresent(),
            null,
            null,
            found.channels());
    return new Result(report, found.picture());
  }

  /**
   * Forgets what is in a user's boxes.
   *
   * @param count samples that may be boxed: the first of the seed
   * @param most maps to drop, those with the largest weights
   * @param seed of the samples, and of the places outside the boxes that these are compared with
   * @throws UserError if the boxes leave nothing to compare with, or no weight is positive
   */
  public Result forget(ObjectBoxes boxes, int count, long seed, int most) {
    ImageShape image = layer.image();
    MaskedGenerator generator = layer.generator();
    float[] values = layer.values(0, count, seed);
    Evidence evidence = Evidence.ofPlaces(values, generator.maps(), boxes, image.side(), seed);
    LogisticRegression regression = fit(evidence);
    int[] dropped = dropped(regression, most);
    float[] before = layer.images(values);
    float[] after = layer.images(values, everywhere(dropped));
    int[] showing = boxes.samples();
    BoxChange change = BoxChange.of(boxes, image, before, after);
    ForgetReport report =
        new ForgetReport(
            generator.layer(),
            generator.maps().size(3),
            IntStream.of(dropped).boxed().toList(),
            null,
            showing.length,
            regression.accuracy(evidence.rows(), evidence.present()),
            count,
            showing.length,
            null,
            change.inside(),
            change.outside(),
            ForgetReport.Channel.of(before, after, image.channels(), c -> null));
    return new Result(report, ForgetPicture.of(image, showing, before, after));
  }

  private LogisticRegression fit(Evidence evidence) {
    listener.working("regression", 0);
    return LogisticRegression.fit(evidence.rows(), evidence.present(), COST);
  }

  private static int[] dropped(LogisticRegression regression, int most) {
    int[] dropped = regression.positive(most);
    if (dropped.length == 0) {
      throw new UserError("no feature speaks for the object; try another --layer");
    }
    return dropped;
  }

  /** A map's value at each place. */
  private int[] everywhere(int[] maps) {
    int all = layer.generator().maps().size(3);
    return IntStream.range(0, layer.generator().maps().elements())
        .filter(value -> IntStream.of(maps).anyMatch(map -> map == value % all))
        .toArray();
  }
}
