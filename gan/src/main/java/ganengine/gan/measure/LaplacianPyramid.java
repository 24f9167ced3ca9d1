package ganengine.gan.measure;

/**
 * An image in frequency bands (Burt and Adelson 1983): each level is what an image loses when it is
 * smoothed and halved, the last one what is left. The filter is the binomial 1 4 6 4 1 / 16 along
 * both axes; borders are mirrored.
 */
final class LaplacianPyramid {
  private static final float[] FILTER = {1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f};
  private static final int REACH = 2;

  private LaplacianPyramid() {}

  /** How many levels, from this side down: halved while even and still at least 14. */
  static int levels(int side) {
    int levels = 1;
    for (int s = side; s % 2 == 0 && s / 2 >= 14; s /= 2) {
      levels++;
    }
    return levels;
  }

  /** All levels of one image [side, side, channels], finest first. */
  static float[][] of(float[] image, int side, int channels) {
    float[][] levels = new float[levels(side)][];
    float[] rest = image;
    int size = side;
    for (int level = 0; level < levels.length - 1; level++) {
      float[] smaller = halved(rest, size, channels);
      float[] back = doubled(smaller, size / 2, channels);
      levels[level] = new float[rest.length];
      for (int i = 0; i < rest.length; i++) {
        levels[level][i] = rest[i] - back[i];
      }
      rest = smaller;
      size /= 2;
    }
    levels[levels.length - 1] = rest;
    return levels;
  }

  private static float[] halved(float[] image, int side, int channels) {
    float[] smooth = smoothed(image, side, channels, 1);
    int half = side / 2;
    float[] small = new float[half * half * channels];
    for (int i = 0; i < small.length; i++) {
      int c = i % channels;
      int x = i / channels % half;
      int y = i / channels / half;
      small[i] = smooth[(2 * y * side + 2 * x) * channels + c];
    }
    return small;
  }

  private static float[] doubled(float[] image, int side, int channels) {
    int twice = 2 * side;
    float[] spread = new float[twice * twice * channels];
    for (int i = 0; i < image.length; i++) {
      int c = i % channels;
      int x = i / channels % side;
      int y = i / channels / side;
      spread[(2 * y * twice + 2 * x) * channels + c] = image[i];
    }
    return smoothed(spread, twice, channels, 2);
  }

  /** Filters along both axes, times {@code gain} for each. */
  private static float[] smoothed(float[] image, int side, int channels, int gain) {
    float[] across = new float[image.length];
    float[] both = new float[image.length];
    filter(image, side, channels, side * channels, channels, gain, across);
    filter(across, side, channels, channels, side * channels, gain, both);
    return both;
  }

  /** Along the axis of stride {@code along}, for every line of the other and every channel. */
  private static void filter(
      float[] image, int side, int channels, int line, int along, int gain, float[] target) {
    for (int other = 0; other < side; other++) {
      for (int i = 0; i < side; i++) {
        for (int c = 0; c < channels; c++) {
          float sum = 0;
          for (int k = -REACH; k <= REACH; k++) {
            sum += FILTER[k + REACH] * image[other * line + mirrored(i + k, side) * along + c];
          }
          target[other * line + i * along + c] = gain * sum;
        }
      }
    }
  }

  private static int mirrored(int i, int side) {
    return i < 0 ? -i : i >= side ? 2 * side - 2 - i : i;
  }
}
