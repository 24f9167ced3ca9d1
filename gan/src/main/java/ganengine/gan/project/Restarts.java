package ganengine.gan.project;

import java.util.Arrays;

/**
 * Which rows of a batch go on: a row that has not improved for a while stops, and its z is held
 * from then on. Adam would move it on, so the held one lies here.
 */
final class Restarts {
  /** A loss improves if it gets smaller by this share. */
  private static final double IMPROVEMENT = 1e-3;

  private final int patience;
  private final float[] held;
  private final double[] best;
  private final int[] improvedAt;
  private final int[] stoppedAt;

  /** All rows go on. */
  Restarts(int rows, int latent, int patience) {
    this.patience = patience;
    held = new float[rows * latent];
    best = new double[rows];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    improvedAt = new int[rows];
    stoppedAt = new int[rows];
  }

  /**
   * Stops rows.
   *
   * @param step how many there have been
   * @param losses of each row
   * @param z [rows, latent]
   */
  void look(int step, float[] losses, float[] z) {
    for (int row = 0; row < best.length; row++) {
      if (losses[row] < best[row] * (1 - IMPROVEMENT)) {
        best[row] = losses[row];
        improvedAt[row] = step;
      }
      if (stoppedAt[row] == 0 && step - improvedAt[row] >= patience) {
        stop(row, step, z);
      }
    }
  }

  /** Stops those that still go on. */
  void end(int step, float[] z) {
    for (int row = 0; row < best.length; row++) {
      if (stoppedAt[row] == 0) {
        stop(row, step, z);
      }
    }
  }

  private void stop(int row, int step, float[] z) {
    int latent = held.length / best.length;
    System.arraycopy(z, row * latent, held, row * latent, latent);
    stoppedAt[row] = step;
  }

  /** Whether none goes on. */
  boolean allStopped() {
    return Arrays.stream(stoppedAt).allMatch(step -> step > 0);
  }

  /** Steps that each row took; 0 while it goes on. */
  int[] steps() {
    return stoppedAt;
  }

  /** Where each row stopped, [rows, latent]. */
  float[] latents() {
    return held;
  }
}
