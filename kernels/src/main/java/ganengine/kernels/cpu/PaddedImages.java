package ganengine.kernels.cpu;

import java.util.Arrays;

/**
 * Images [height, width, channels] with zeros around them, so that windows that hang over the edge
 * are read like any other. Copied one at a time, into a core's cache.
 *
 * @param images NHWC activations
 * @param top lines of zeros above
 * @param left pixels of zeros to the left
 * @param lines lines in all; zeros below, or lines left out
 * @param columns pixels of a line in all; zeros to the right, or pixels left out
 */
record PaddedImages(
    CpuBuffer images,
    int height,
    int width,
    int channels,
    int top,
    int left,
    int lines,
    int columns) {
  /** A vector may be read from the last float on. */
  private static final int BEYOND = 16;

  /** Floats of a padded line. */
  int lineFloats() {
    return columns * channels;
  }

  /** Floats that {@link #copy} may write. */
  int floats() {
    return lines * lineFloats() + BEYOND;
  }

  /** Writes image {@code n} to {@code to}, from {@code at} on. */
  void copy(int n, float[] to, int at) {
    int line = lineFloats();
    int before = left * channels;
    int inside = Math.min(width, columns - left) * channels;
    for (int y = 0; y < lines; y++) {
      int target = at + y * line;
      int h = y - top;
      if (h < 0 || h >= height) {
        Arrays.fill(to, target, target + line, 0);
        continue;
      }
      Arrays.fill(to, target, target + before, 0);
      int source = images.offset + (n * height + h) * width * channels;
      System.arraycopy(images.reals, source, to, target + before, inside);
      Arrays.fill(to, target + before + inside, target + line, 0);
    }
    Arrays.fill(to, at + lines * line, at + floats(), 0);
  }
}
