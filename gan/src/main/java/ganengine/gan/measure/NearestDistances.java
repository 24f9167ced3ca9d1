package ganengine.gan.measure;

import java.util.Arrays;

/** For each row of a set the squared distances to its nearest other rows, ascending. */
final class NearestDistances {
  private final int most;
  private final float[] squared;

  private NearestDistances(int rows, int most) {
    this.most = most;
    this.squared = new float[rows * most];
    Arrays.fill(squared, Float.POSITIVE_INFINITY);
  }

  /** Of each row's {@code most} nearest. */
  static NearestDistances within(Features features, int most, Stage done) {
    NearestDistances nearest = new NearestDistances(features.rows(), most);
    SquaredDistances.within(features)
        .forEach(
            (i, j, distance) -> {
              if (i != j) {
                nearest.offer(i, distance);
              }
            },
            done);
    return nearest;
  }

  private void offer(int row, float distance) {
    int from = row * most;
    int at = from + most - 1;
    if (!(distance < squared[at])) {
      return;
    }
    while (at > from && squared[at - 1] > distance) {
      squared[at] = squared[at - 1];
      at--;
    }
    squared[at] = distance;
  }

  /** To row i's k-th nearest, k from 1. */
  float squared(int i, int k) {
    return squared[i * most + k - 1];
  }
}
