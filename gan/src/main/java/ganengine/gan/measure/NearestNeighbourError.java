package ganengine.gan.measure;

import ganengine.gan.UserError;
import java.util.Arrays;

/**
 * How often the nearest neighbour among generated samples tells a real sample's class wrongly: the
 * test of DCGAN's conditional samples (Radford et al. 2016, section 6.1). Generated samples that
 * are as good a training set as real ones give the real ones' error.
 */
public final class NearestNeighbourError {
  private NearestNeighbourError() {}

  /**
   * The share of test rows whose nearest training row has another class, by Euclidean distance.
   *
   * @param classes of the training rows
   * @param testClasses of the test rows
   * @throws UserError if rows and classes are not as many
   */
  public static double of(
      Features training, int[] classes, Features test, int[] testClasses, Stage done) {
    if (classes.length != training.rows() || testClasses.length != test.rows()) {
      throw new UserError(
          "the nearest neighbour's error needs a class for each sample, found %,d for %,d and %,d for %,d"
              .formatted(classes.length, training.rows(), testClasses.length, test.rows()));
    }
    float[] nearest = new float[test.rows()];
    Arrays.fill(nearest, Float.POSITIVE_INFINITY);
    int[] told = new int[test.rows()];
    SquaredDistances.between(test, training)
        .forEach(
            (i, j, squared) -> {
              if (squared < nearest[i]) {
                nearest[i] = squared;
                told[i] = classes[j];
              }
            },
            done);
    int wrong = 0;
    for (int i = 0; i < told.length; i++) {
      wrong += told[i] == testClasses[i] ? 0 : 1;
    }
    return (double) wrong / told.length;
  }
}
