package ganengine.gan.project;

import ganengine.gan.model.ImageShape;
import java.awt.image.BufferedImage;
import java.util.List;

/** Projections beside their targets. */
public final class ProjectionPicture {
  private ProjectionPicture() {}

  /** A row for each image: the target, its projection, and how far they differ, black for equal. */
  public static BufferedImage of(
      List<Target> targets, List<Projection> projections, ImageShape image) {
    Strip strip = new Strip(image, targets.size(), 3);
    for (int i = 0; i < targets.size(); i++) {
      float[] target = targets.get(i).pixels();
      float[] projected = projections.get(i).image();
      strip.add(target, 0);
      strip.add(projected, 0);
      strip.add(difference(target, projected), 0);
    }
    return strip.draw();
  }

  private static float[] difference(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = Math.abs(a[i] - b[i]) - 1;
    }
    return difference;
  }
}
