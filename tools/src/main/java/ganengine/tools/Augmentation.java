package ganengine.tools;

import ganengine.gan.data.ImageSet;
import java.util.SplittableRandom;

/**
 * Draws an image moved by up to so many pixels, black where nothing is left, and mirrored half the
 * time if asked.
 *
 * @param shift the largest move in each direction, in pixels
 * @param mirror whether left and right may change places: right for clothes, wrong for digits
 */
record Augmentation(int shift, boolean mirror) {
  private static final float BLACK = -1;

  /** Writes grey image {@code number} of the set, in [-1, 1], to target[at..]. */
  void draw(ImageSet images, int number, SplittableRandom random, float[] target, int at) {
    int height = images.height();
    int width = images.width();
    int down = random.nextInt(-shift, shift + 1);
    int right = random.nextInt(-shift, shift + 1);
    boolean mirrored = mirror && random.nextBoolean();
    byte[] pixels = images.pixels();
    int from = number * images.imageSize();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sourceY = y - down;
        int sourceX = (mirrored ? width - 1 - x : x) - right;
        boolean inside = sourceY >= 0 && sourceY < height && sourceX >= 0 && sourceX < width;
        target[at + y * width + x] =
            inside ? (pixels[from + sourceY * width + sourceX] & 0xFF) / 127.5f - 1 : BLACK;
      }
    }
  }
}
