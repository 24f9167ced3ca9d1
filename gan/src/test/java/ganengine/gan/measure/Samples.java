package ganengine.gan.measure;

import java.util.SplittableRandom;

/** Made-up features for tests. */
final class Samples {
  private Samples() {}

  /** Normal with this mean and deviation on every axis, by Box and Muller. */
  static Features normal(int rows, int width, double mean, double deviation, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * width];
    for (int i = 0; i < values.length; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      double angle = 2 * Math.PI * random.nextDouble();
      values[i] = (float) (mean + deviation * radius * Math.cos(angle));
    }
    return new Features(values, rows, width);
  }

  /** Points of one number each. */
  static Features line(float... points) {
    return new Features(points, points.length, 1);
  }
}
