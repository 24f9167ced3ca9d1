package ganengine.gan.features;

import ganengine.gan.UserError;
import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.measure.Classifier;
import ganengine.gan.model.ImageShape;
import ganengine.gan.train.Sampler;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
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
   * Forgets a class that a classifier sees in one channel.
   *
   * @param most activations to drop, those with the largest weights
   * @throws UserError if the class is seen in no sample or in all, no weight is positive, or memory
   *     is too small for a regression on so many activations
   */
  public Result forget(Classifier classifier, Unwanted unwanted, Samples samples, int most) {
    int features = layer.generator().maps().elements();
    Examples.requireRoom("--count", samples.count(), features);
    float[] rows = layer.values(0, samples.count(), samples.seed());
    boolean[] shown = read(classifier, layer.images(rows)).showing(unwanted);
    LogisticRegression regression = fit(new Evidence(rows, shown));
    int[] dropped = dropped(regression, most);

    int all = samples.count() + samples.heldOut();
    float[] values = layer.values(samples.count(), all, samples.seed());
    float[] before = layer.images(values);
    float[] after = layer.images(values, dropped);
    ClassesSeen seen = read(classifier, before);
    ClassesSeen seenAfter = read(classifier, after);
    Evidence heldOut = new Evidence(values, seen.showing(unwanted));
    int[] showing = numbers(heldOut.present());
    ForgetReport report =
        new ForgetReport(
            layer.generator().layer(),
            features,
            IntStream.of(dropped).boxed().toList(),
            samples.count(),
            regression.accuracy(heldOut.rows(), heldOut.present()),
            samples.heldOut(),
            showing.length,
            numbers(seenAfter.showing(unwanted)).length,
            null,
            null,
            channels(before, after, c -> seen.same(seenAfter, c, unwanted)));
    return new Result(report, ForgetPicture.of(layer.image(), showing, before, after));
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
            showing.length,
            regression.accuracy(evidence.rows(), evidence.present()),
            count,
            showing.length,
            null,
            change.inside(),
            change.outside(),
            channels(before, after, c -> null));
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

  private ClassesSeen read(Classifier classifier, float[] images) {
    listener.working("reading", 0);
    return ClassesSeen.in(images, layer.image(), classifier);
  }

  private static int[] numbers(boolean[] chosen) {
    return IntStream.range(0, chosen.length).filter(i -> chosen[i]).toArray();
  }

  private List<ForgetReport.Channel> channels(
      float[] before, float[] after, IntFunction<Double> sameClass) {
    int channels = layer.image().channels();
    List<ForgetReport.Channel> changes = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (int i = c; i < after.length; i += channels) {
        sum += Math.abs(after[i] - before[i]) / 2;
      }
      double change = sum * channels / after.length;
      changes.add(new ForgetReport.Channel(c, change, sameClass.apply(c)));
    }
    return changes;
  }
}
