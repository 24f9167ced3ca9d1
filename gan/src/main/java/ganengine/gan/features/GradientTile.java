package ganengine.gan.features;

import ganengine.gan.model.ImageShape;

/** Makes a gradient an image, and says which part of it counts. */
final class GradientTile {
  /** Of the largest gradient: what is less is no part of what a feature answers to. */
  private static final float COUNTS = 0.1f;

  private GradientTile() {}

  /**
   * Divides a gradient by its largest size, in place, so that it lies in [-1, 1]; one that is 0
   * everywhere stays.
   *
   * @param gradients [count, side, side, channels]
   * @param number of the one to divide
   * @return the box around what is at least a tenth of the largest; empty if all is 0
   */
  static SaliencyReport.Box normalise(float[] gradients, int number, ImageShape image) {
    int from = number * image.size();
    float largest = 0;
    for (int i = from; i < from + image.size(); i++) {
      largest = Math.max(largest, Math.abs(gradients[i]));
    }
    int x0 = image.side();
    int y0 = image.side();
    int x1 = 0;
    int y1 = 0;
    for (int i = 0; i < image.size() && largest > 0; i++) {
      gradients[from + i] /= largest;
      if (Math.abs(gradients[from + i]) >= COUNTS) {
        int x = i / image.channels() % image.side();
        int y = i / image.channels() / image.side();
        x0 = Math.min(x0, x);
        y0 = Math.min(y0, y);
        x1 = Math.max(x1, x + 1);
        y1 = Math.max(y1, y + 1);
      }
    }
    return largest > 0
        ? new SaliencyReport.Box(x0, y0, x1, y1)
        : new SaliencyReport.Box(0, 0, 0, 0);
  }
}
