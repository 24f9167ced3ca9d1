package ganengine.gan.features;

import ganengine.gan.UserError;
import ganengine.gan.evaluate.DigitSize;
import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.image.ImageGrid;
import ganengine.gan.measure.Classifier;
import ganengine.gan.measure.Stage;
import ganengine.gan.model.ImageShape;
import ganengine.gan.train.Sampler;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a generator forget an object (Radford et al. 2015, section 6.3.1): a logistic regression
 * learns from a layer's features whether the object is there, those with positive weights are
 * dropped, and the same z is drawn with and without them. Where the object is boxed, features are
 * whole maps, as in the paper, since it may be anywhere. Where samples are told by class, each
 * activation is a feature of its own: objects that always are in the middle, as digits, leave a
 * map's other places alone.
 */
public final class Forgetting {
  /** What a mistake of the regression costs. */
  private static final double COST = 0.1;

  private static final int COLUMNS = 12;
  private static final int BANDS = 2;

  private final Sampler sampler;
  private final MaskedGenerator generator;
  private final EvaluationListener listener;
  private final float[] values;
  private final float[] before;

  /**
   * What was found, and a picture: samples with the object, and under each the same z without.
   *
   * @param report the numbers
   * @param picture up to 24 samples
   */
  public record Result(ForgetReport report, BufferedImage picture) {}

  /**
   * Draws samples; where labels condition the generator, of each class in turns.
   *
   * @param layer whose activations are looked at: see {@link MaskedGenerator}
   * @param count samples, at least 2
   * @param seed of their z
   * @throws UserError if the generator has no feature maps, or no such layer
   */
  public Forgetting(Sampler sampler, int layer, int count, long seed, EvaluationListener listener) {
    this.sampler = sampler;
    this.listener = listener;
    int latent = sampler.latents().length();
    generator = new MaskedGenerator(sampler.generator(), latent + sampler.classes(), layer);
    float[] z = sampler.latents(count, seed);
    float[] input = new float[count * (latent + sampler.classes())];
    for (int i = 0; i < count; i++) {
      int start = i * (latent + sampler.classes());
      System.arraycopy(z, i * latent, input, start, latent);
      if (sampler.classes() > 0) {
        input[start + latent + i % sampler.classes()] = 1;
      }
    }
    values = generator.values(input, share -> listener.working("drawing samples", share));
    before = draw(new int[0]);
  }

  private float[] draw(int[] dropped) {
    Stage done = share -> listener.working(dropped.length == 0 ? "drawing" : "redrawing", share);
    float[] images = sampler.shown(generator.images(values, dropped, done));
    for (int i = 0; i < images.length; i++) {
      images[i] = Math.max(-1, Math.min(1, images[i]));
    }
    return images;
  }

  /**
   * Forgets a class that a classifier sees in one channel.
   *
   * @param channel from 0; 0 of grey images
   * @param most activations to drop, those with the largest weights
   * @throws UserError if the class is seen in no sample or in all, no weight is positive, or memory
   *     is too small for a regression on so many activations
   */
  public Result forget(Classifier classifier, int label, int channel, int most) {
    int channels = sampler.image().channels();
    int[] seen = read(classifier, before);
    int count = seen.length / channels;
    boolean[] present = new boolean[count];
    for (int i = 0; i < count; i++) {
      present[i] = seen[i * channels + channel] == label;
    }
    Examples.requireRoom("--count", count, generator.maps().elements());
    Evidence evidence = new Evidence(values, present);
    LogisticRegression regression =
        LogisticRegression.fit(evidence.rows(), evidence.present(), COST);
    int[] dropped = dropped(regression, most);
    float[] after = draw(dropped);
    int[] seenAfter = read(classifier, after);
    int still = 0;
    for (int i = 0; i < count; i++) {
      still += seenAfter[i * channels + channel] == label ? 1 : 0;
    }
    List<ForgetReport.Channel> changes = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      int others = 0;
      int same = 0;
      for (int i = c; i < seen.length; i += channels) {
        if (c != channel || seen[i] != label) {
          others++;
          same += seen[i] == seenAfter[i] ? 1 : 0;
        }
      }
      double share = others == 0 ? 1 : (double) same / others;
      changes.add(new ForgetReport.Channel(c, change(after, c, channels), share));
    }
    int[] showing = IntStream.range(0, count).filter(i -> present[i]).toArray();
    ForgetReport report =
        new ForgetReport(
            generator.layer(),
            generator.maps().elements(),
            IntStream.of(dropped).boxed().toList(),
            regression.accuracy(),
            count,
            showing.length,
            still,
            null,
            null,
            changes);
    return new Result(report, picture(showing, after));
  }

  /**
   * Forgets what is in a user's boxes.
   *
   * @param most maps to drop, those with the largest weights
   * @param seed of the places outside the boxes that they are compared with
   * @throws UserError if the boxes leave nothing to compare with, or no weight is positive
   */
  public Result forget(ObjectBoxes boxes, int most, long seed) {
    ImageShape image = sampler.image();
    Evidence evidence = Evidence.ofPlaces(values, generator.maps(), boxes, image.side(), seed);
    LogisticRegression regression =
        LogisticRegression.fit(evidence.rows(), evidence.present(), COST);
    int[] dropped = dropped(regression, most);
    float[] after = draw(everywhere(dropped));
    int[] showing = boxes.boxes().stream().mapToInt(ObjectBoxes.Box::sample).distinct().toArray();
    double[] change = new double[2];
    int[] pixels = new int[2];
    for (int sample : showing) {
      for (int i = 0; i < image.size(); i++) {
        int column = i / image.channels() % image.side();
        int row = i / image.channels() / image.side();
        int at = sample * image.size() + i;
        boolean inside =
            boxes.boxes().stream().anyMatch(b -> b.sample() == sample && b.holds(column, row));
        change[inside ? 0 : 1] += Math.abs(after[at] - before[at]) / 2;
        pixels[inside ? 0 : 1]++;
      }
    }
    List<ForgetReport.Channel> changes =
        IntStream.range(0, image.channels())
            .mapToObj(c -> new ForgetReport.Channel(c, change(after, c, image.channels()), null))
            .toList();
    ForgetReport report =
        new ForgetReport(
            generator.layer(),
            generator.maps().size(3),
            IntStream.of(dropped).boxed().toList(),
            regression.accuracy(),
            before.length / image.size(),
            showing.length,
            null,
            change[0] / Math.max(1, pixels[0]),
            change[1] / Math.max(1, pixels[1]),
            changes);
    return new Result(report, picture(showing, after));
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
    int all = generator.maps().size(3);
    return IntStream.range(0, generator.maps().elements())
        .filter(value -> IntStream.of(maps).anyMatch(map -> map == value % all))
        .toArray();
  }

  /** The class seen in each channel of each image. */
  private int[] read(Classifier classifier, float[] images) {
    int channels = sampler.image().channels();
    int pixels = sampler.image().side() * sampler.image().side();
    float[] single = new float[images.length];
    for (int i = 0; i < images.length; i++) {
      int image = i / (pixels * channels);
      int pixel = i / channels % pixels;
      single[(image * channels + i % channels) * pixels + pixel] = images[i];
    }
    listener.working("reading", 0);
    return classifier.read(DigitSize.fit(single, sampler.image().side())).classes();
  }

  private double change(float[] after, int channel, int channels) {
    double sum = 0;
    for (int i = channel; i < after.length; i += channels) {
      sum += Math.abs(after[i] - before[i]) / 2;
    }
    return sum * channels / after.length;
  }

  /** Bands of two rows: samples as they were, under them as they are. */
  private BufferedImage picture(int[] showing, float[] after) {
    ImageShape image = sampler.image();
    int columns = Math.min(COLUMNS, showing.length);
    int bands = Math.min(BANDS, showing.length / columns);
    float[] tiles = new float[2 * bands * columns * image.size()];
    for (int i = 0; i < bands * columns; i++) {
      int top = (i / columns * 2 * columns + i % columns) * image.size();
      int from = showing[i] * image.size();
      System.arraycopy(before, from, tiles, top, image.size());
      System.arraycopy(after, from, tiles, top + columns * image.size(), image.size());
    }
    return ImageGrid.of(tiles, image.side(), image.side(), image.channels(), 2 * bands, columns);
  }

  /** Samples that were drawn, [count, side, side, channels] in [-1, 1]. */
  public float[] samples() {
    return Arrays.copyOf(before, before.length);
  }
}
