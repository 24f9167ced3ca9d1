package ganengine.gan.features;

import ganengine.gan.UserError;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.Decoding;
import ganengine.gan.data.ImageRecipe;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.Part;
import ganengine.gan.data.Shuffle;
import ganengine.gan.model.ImageShape;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Images with labels to learn from, and others to test with.
 *
 * @param labelled as many of each class as can be, where not all were taken
 * @param heldOut none of them labelled
 */
public record LabelledSplit(ImageSet labelled, ImageSet heldOut) {
  /** The one set without a test part: it is the test part of another. */
  private static final String DIGITS = "digits";

  /**
   * How a data set is split.
   *
   * @param labels images to learn from; 0 for all
   * @param heldOut images to test with, taken from those to learn from; 0 for the images that the
   *     set's makers set aside, or a quarter of {@code digits}
   * @param seed of both choices
   */
  public record Rule(int labels, int heldOut, long seed) {}

  /**
   * Reads a data set, at the size that a run's networks take.
   *
   * @param dataset one of the names that stands for single images
   * @param data the folder of its files; null for {@code digits}
   * @throws UserError if it can't be read, has no labels, or too few images
   */
  public static LabelledSplit of(String dataset, String data, ImageShape shape, Rule rule) {
    if (!DataSets.holdsSingleImages(dataset)) {
      throw new UserError(
          "--dataset %s: a linear classifier needs single images with labels; expected mnist,"
                  .formatted(dataset)
              + " fashion-mnist, cifar10, svhn, ...");
    }
    ImageSet all = read(dataset, data, shape, Part.TRAIN);
    if (rule.heldOut() == 0 && !dataset.equals(DIGITS)) {
      return take(all, test(dataset, data, shape), rule);
    }
    int heldOut = rule.heldOut() == 0 ? all.count() / 4 : rule.heldOut();
    if (heldOut >= all.count()) {
      throw new UserError(
          "--held-out %,d: %s has %,d images, some must be left to learn from"
              .formatted(heldOut, dataset, all.count()));
    }
    long[] order =
        Arrays.stream(Shuffle.order(rule.seed(), 0, all.count())).asLongStream().toArray();
    return take(
        all.picked(Arrays.copyOfRange(order, heldOut, order.length)),
        all.picked(Arrays.copyOf(order, heldOut)),
        rule);
  }

  private static ImageSet test(String dataset, String data, ImageShape shape) {
    try {
      return read(dataset, data, shape, Part.TEST);
    } catch (UserError e) {
      throw new UserError(
          "no test images (%s); --held-out N takes some of the others".formatted(e.getMessage()),
          e);
    }
  }

  private static ImageSet read(String dataset, String data, ImageShape shape, Part part) {
    ImageRecipe recipe =
        DataSets.recipe(dataset).withSide(shape.side()).withChannels(shape.channels());
    ImageSet images = DataSets.images(dataset, data, part, recipe, Decoding.standard());
    if (images.labels() == null || images.classes() < 2) {
      throw new UserError(
          "data set %s has no labels to learn; expected at least two classes".formatted(dataset));
    }
    return images;
  }

  private static LabelledSplit take(ImageSet all, ImageSet heldOut, Rule rule) {
    if (rule.labels() == 0) {
      return new LabelledSplit(all, heldOut);
    }
    if (rule.labels() < 2 * all.classes() || rule.labels() > all.count()) {
      throw new UserError(
          "--labels %,d: expected 0 for all, or %,d to %,d"
              .formatted(rule.labels(), 2 * all.classes(), all.count()));
    }
    return new LabelledSplit(all.picked(balanced(all, rule)), heldOut);
  }

  /** Of each class in turn the next, in an order by seed, until there are enough. */
  private static long[] balanced(ImageSet all, Rule rule) {
    int[] order = Shuffle.order(rule.seed(), 1, all.count());
    int[][] ofClass = new int[all.classes()][];
    for (int c = 0; c < ofClass.length; c++) {
      int wanted = c;
      ofClass[c] = IntStream.of(order).filter(i -> all.labels()[i] == wanted).toArray();
    }
    return IntStream.range(0, all.count())
        .boxed()
        .flatMapToInt(
            turn -> Arrays.stream(ofClass).filter(of -> of.length > turn).mapToInt(of -> of[turn]))
        .limit(rule.labels())
        .asLongStream()
        .toArray();
  }
}
