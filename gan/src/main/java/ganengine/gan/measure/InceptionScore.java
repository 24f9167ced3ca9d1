package ganengine.gan.measure;

import ganengine.gan.UserError;

/**
 * exp of the mean KL divergence from p(class | image) to p(class) (Salimans et al. 2016, section
 * 4), with a classifier of ours in Inception's place: from 1, all images alike or undecided, to the
 * number of classes, each image sure and all classes equally often. Says nothing about variety
 * within a class.
 */
public final class InceptionScore {
  private static final int SPLITS = 10;

  private InceptionScore() {}

  /**
   * Mean and deviation over {@value #SPLITS} equal splits, as in the paper.
   *
   * @param probabilities [images, classes], rows that sum to 1
   * @throws UserError if there are fewer images than splits
   */
  public static Estimate of(Features probabilities) {
    int split = probabilities.rows() / SPLITS;
    if (split < 1) {
      throw new UserError(
          "the inception-style score needs at least %d samples, found %d; give more"
              .formatted(SPLITS, probabilities.rows()));
    }
    double[] scores = new double[SPLITS];
    for (int i = 0; i < SPLITS; i++) {
      scores[i] = split(probabilities.slice(i * split, (i + 1) * split));
    }
    return Estimate.of(scores);
  }

  private static double split(Features probabilities) {
    int classes = probabilities.width();
    float[] values = probabilities.values();
    double[] marginal = new double[classes];
    for (int i = 0; i < values.length; i++) {
      marginal[i % classes] += (double) values[i] / probabilities.rows();
    }
    double divergence = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] > 0) {
        divergence += values[i] * Math.log(values[i] / marginal[i % classes]);
      }
    }
    return Math.exp(divergence / probabilities.rows());
  }
}
