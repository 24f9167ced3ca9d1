package ganengine.gan.project;

import java.util.ArrayList;
import java.util.List;

/**
 * How near a generator's images are to those it learnt from, as numbers.
 *
 * @param step training steps of the generator
 * @param device description of the device
 * @param training how many training images there are
 * @param spaces one for each way to compare
 * @param conditional the 1-NN check of conditional samples; null where it was not made
 */
public record NeighbourReport(
    long step, String device, int training, List<Space> spaces, ConditionalCheck conditional) {

  /**
   * In one feature space.
   *
   * @param name {@code pixels}, {@code classifier features} or {@code discriminator features}
   * @param sampleDistance median distance of a sample to its nearest training image
   * @param realDistance median distance of a training image to its nearest other one
   * @param ratio of the first to the second: about 1 for images as new as real ones, near 0 for
   *     copies
   * @param smallestRatio the same of the sample that is nearest to a training image
   * @param copies samples that are nearer to a training image than 99 in 100 real ones
   * @param samples each with its neighbours
   */
  public record Space(
      String name,
      double sampleDistance,
      double realDistance,
      double ratio,
      double smallestRatio,
      int copies,
      List<Sample> samples) {
    static Space of(Neighbours found) {
      double[] nearest = found.nearest();
      double real = Quantile.median(found.ofReal());
      double hundredth = Quantile.of(found.ofReal(), 0.01);
      int copies = 0;
      for (double distance : nearest) {
        copies += distance < hundredth ? 1 : 0;
      }
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < nearest.length; i++) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (int k = i * found.most(); k < (i + 1) * found.most(); k++) {
          neighbours.add(new Neighbour(found.numbers()[k], found.distances()[k]));
        }
        samples.add(new Sample(nearest[i] / real, neighbours));
      }
      double middle = Quantile.median(nearest);
      return new Space(
          found.space(),
          middle,
          real,
          middle / real,
          Quantile.of(nearest, 0) / real,
          copies,
          samples);
    }
  }

  /**
   * One sample.
   *
   * @param ratio of the distance to its nearest training image to that of real images
   * @param neighbours nearest first
   */
  public record Sample(double ratio, List<Neighbour> neighbours) {}

  /**
   * A training image.
   *
   * @param number in the data set, from 0
   * @param distance Euclidean; of pixels in [-1, 1], or of features
   */
  public record Neighbour(int number, double distance) {}
}
