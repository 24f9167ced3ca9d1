package ganengine.gan.measure;

/**
 * Points of a mixture of Gaussians in the plane, by the definitions of PacGAN (Lin et al. 2018,
 * section 4.1.1) for the 2D ring and grid: a point is of high quality if it lies within three
 * standard deviations of the nearest mode; a mode is covered by one such point.
 *
 * @param points how many there were
 * @param histogram of the points of high quality over the modes
 */
public record PointModes(int points, ModeHistogram histogram) {
  private static final double DEVIATIONS = 3;

  /**
   * Judges points.
   *
   * @param points [n, 2]
   * @param centres [modes, 2]
   * @param sigma every mode's standard deviation along each axis
   */
  public static PointModes of(float[] points, float[] centres, double sigma) {
    long[] counts = new long[centres.length / 2];
    double reach = DEVIATIONS * DEVIATIONS * sigma * sigma;
    for (int i = 0; i < points.length; i += 2) {
      int nearest = nearest(points[i], points[i + 1], centres);
      if (squaredDistance(points[i], points[i + 1], centres, nearest) <= reach) {
        counts[nearest]++;
      }
    }
    return new PointModes(points.length / 2, new ModeHistogram(counts));
  }

  private static int nearest(float x, float y, float[] centres) {
    int nearest = 0;
    for (int mode = 1; mode < centres.length / 2; mode++) {
      if (squaredDistance(x, y, centres, mode) < squaredDistance(x, y, centres, nearest)) {
        nearest = mode;
      }
    }
    return nearest;
  }

  private static double squaredDistance(float x, float y, float[] centres, int mode) {
    double dx = x - centres[2 * mode];
    double dy = y - centres[2 * mode + 1];
    return dx * dx + dy * dy;
  }

  /** Modes with a point of high quality. */
  public int covered() {
    return histogram.covered();
  }

  /** Share of the points that are of high quality; 0.989 for the mixture itself. */
  public double highQuality() {
    return (double) histogram.samples() / points;
  }

  /** Of the points of high quality; NaN if there are none. */
  public double reverseKl() {
    return histogram.klFromUniform();
  }
}
