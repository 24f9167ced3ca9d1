package ganengine.gan.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Points in the plane as dots, the origin in the middle. */
public final class PointPlot {
  private static final int SIDE = 512;
  private static final int BACKGROUND = 0xFFFFFF;
  private static final int DOT = 0x1F4E9E;

  /** The picture reaches this far from the origin, or twice, four times, ... as far. */
  private static final double REACH = 1.5;

  /** The share of coordinates that must be inside; what lies outside is not shown. */
  private static final double SHOWN = 0.95;

  private PointPlot() {}

  /**
   * Draws points.
   *
   * @param points [count, 2], x to the right and y upwards
   */
  public static BufferedImage of(float[] points) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[SIDE * SIDE];
    Arrays.fill(row, BACKGROUND);
    picture.setRGB(0, 0, SIDE, SIDE, row, 0, SIDE);
    double reach = reach(points);
    for (int i = 0; i + 1 < points.length; i += 2) {
      int x = place(points[i] / reach);
      int y = SIDE - 1 - place(points[i + 1] / reach);
      for (int dot = 0; dot < 4; dot++) {
        set(picture, x + dot % 2, y + dot / 2);
      }
    }
    return picture;
  }

  private static double reach(float[] points) {
    double[] distances = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      distances[i] = Math.abs(points[i]);
    }
    Arrays.sort(distances);
    double most = distances[(int) (SHOWN * (distances.length - 1))];
    double reach = REACH;
    while (reach < most && Double.isFinite(most)) {
      reach *= 2;
    }
    return reach;
  }

  /** From [-1, 1] to a row or column of the picture. */
  private static int place(double share) {
    return (int) Math.round((share + 1) / 2 * (SIDE - 1));
  }

  private static void set(BufferedImage picture, int x, int y) {
    if (x >= 0 && x < SIDE && y >= 0 && y < SIDE) {
      picture.setRGB(x, y, DOT);
    }
  }
}
