package ganengine.gan.project;

/** Peak signal-to-noise ratio of images in [-1, 1], in decibels; what lies outside is clipped. */
final class Psnr {
  private static final double PEAK = 2;

  /** Equal images get this, for no difference is infinitely many decibels. */
  private static final double MOST = 100;

  private Psnr() {}

  /**
   * Of image number i of the first array beside number j of the second, of so many numbers each.
   */
  static double of(float[] images, int i, float[] targets, int j, int size) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      double apart = clipped(images[i * size + k]) - clipped(targets[j * size + k]);
      sum += apart * apart;
    }
    return Math.min(MOST, 10 * Math.log10(PEAK * PEAK * size / sum));
  }

  private static double clipped(float value) {
    return Math.max(-1, Math.min(1, value));
  }
}
