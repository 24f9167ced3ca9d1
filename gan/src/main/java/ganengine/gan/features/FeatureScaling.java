package ganengine.gan.features;

import java.util.Arrays;

/**
 * Brings features to where linear classifiers learn well: each is centred, then all of a block (a
 * layer, say) are divided by one number, so that over the examples it was found on the mean square
 * length of an example is 1 and every block has the same share in it. A feature that hardly ever
 * moves, as a pixel at the edge, is not blown up.
 */
final class FeatureScaling {
  private final double[] mean;
  private final double[] factor;

  private FeatureScaling(double[] mean, double[] factor) {
    this.mean = mean;
    this.factor = factor;
  }

  /**
   * Found on these examples.
   *
   * @param features [count, sum of blocks]
   * @param blocks the number of features in each
   */
  static FeatureScaling of(float[] features, int... blocks) {
    int width = Arrays.stream(blocks).sum();
    int count = features.length / width;
    double[] mean = new double[width];
    for (int i = 0; i < features.length; i++) {
      mean[i % width] += (double) features[i] / count;
    }
    double[] variance = new double[width];
    for (int i = 0; i < features.length; i++) {
      double distance = features[i] - mean[i % width];
      variance[i % width] += distance * distance / count;
    }
    double[] factor = new double[width];
    int start = 0;
    for (int block : blocks) {
      double length = 0;
      for (int j = start; j < start + block; j++) {
        length += variance[j];
      }
      for (int j = start; j < start + block; j++) {
        factor[j] = length == 0 ? 0 : 1 / Math.sqrt(length * blocks.length);
      }
      start += block;
    }
    return new FeatureScaling(mean, factor);
  }

  /** Scales features [count, width] in place. */
  void apply(float[] features) {
    for (int i = 0; i < features.length; i++) {
      int j = i % mean.length;
      features[i] = (float) ((features[i] - mean[j]) * factor[j]);
    }
  }
}
