package ganengine.gan.latent;

import ganengine.gan.evaluate.ImageJudge;
import ganengine.gan.measure.Classifier.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The numbers of vector arithmetic; all that a classifier says is null where there is none for the
 * images.
 *
 * @param a the first concept
 * @param b the second
 * @param c the third
 * @param result what the image of a - b + c is
 * @param neighbours what the images around it are, itself in the middle, row by row
 * @param pixels what the same sum of pixels is
 */
public record ArithmeticReport(
    Part a, Part b, Part c, Seen result, List<Seen> neighbours, Seen pixels) {
  /**
   * What the classifier sees in an image.
   *
   * @param read the class
   * @param confidence how sure it is of it, up to 1
   */
  public record Seen(int read, double confidence) {}

  /**
   * One concept.
   *
   * @param given how the user named it
   * @param samples the numbers of the seed's samples; empty where the vectors are from elsewhere
   * @param seen what the image of each vector is
   * @param mean what the image of their mean is
   */
  public record Part(String given, List<Integer> samples, List<Seen> seen, Seen mean) {}

  /** Reads all images. */
  public static ArithmeticReport of(
      LatentArithmetic sum, ArithmeticImages images, Optional<ImageJudge> judge) {
    List<Seen> means = seen(images.means(), judge);
    List<Seen> neighbours = seen(images.neighbours(), judge);
    return new ArithmeticReport(
        part(sum.a(), images.a(), pick(means, 0), judge),
        part(sum.b(), images.b(), pick(means, 1), judge),
        part(sum.c(), images.c(), pick(means, 2), judge),
        pick(neighbours, LatentArithmetic.MIDDLE),
        neighbours,
        pick(seen(images.pixels(), judge), 0));
  }

  private static Part part(Concept concept, float[] images, Seen mean, Optional<ImageJudge> judge) {
    return new Part(concept.given(), concept.samples(), seen(images, judge), mean);
  }

  private static Seen pick(List<Seen> seen, int number) {
    return seen == null ? null : seen.get(number);
  }

  private static List<Seen> seen(float[] images, Optional<ImageJudge> judge) {
    return judge.map(reader -> seen(reader.read(images))).orElse(null);
  }

  private static List<Seen> seen(Reading reading) {
    return IntStream.range(0, reading.classes().length)
        .mapToObj(i -> new Seen(reading.classes()[i], reading.confidence(i)))
        .toList();
  }
}
