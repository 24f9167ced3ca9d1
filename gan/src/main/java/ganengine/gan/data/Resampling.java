package ganengine.gan.data;

/**
 * Scales the central square of an image to another side, first along rows, then along columns, with
 * a triangle filter: bilinear interpolation when enlarging; when reducing, the triangle widens with
 * the ratio, so that every pixel counts and nothing aliases.
 */
final class Resampling {
  private final int channels;
  private final int side;
  private final int stride;
  private final int top;
  private final int left;
  private final int square;

  /** For each output position, the first input position that counts. */
  private final int[] first;

  /** For each output position, the weights of the inputs from there on; they sum to 1. */
  private final float[][] weights;

  private final float[] narrowed;

  /** For images of height x width x channels bytes to side x side x channels. */
  Resampling(int height, int width, int channels, int side) {
    this.channels = channels;
    this.side = side;
    this.square = Math.min(height, width);
    this.stride = width * channels;
    this.top = (height - square) / 2;
    this.left = (width - square) / 2;
    this.first = new int[side];
    this.weights = new float[side][];
    this.narrowed = new float[square * side * channels];
    double ratio = (double) square / side;
    double reach = Math.max(1, ratio);
    for (int i = 0; i < side; i++) {
      double centre = (i + 0.5) * ratio - 0.5;
      first[i] = Math.max(0, (int) Math.ceil(centre - reach));
      int last = Math.min(square - 1, (int) Math.floor(centre + reach));
      weights[i] = triangle(first[i], last, centre, reach);
    }
  }

  private static float[] triangle(int from, int to, double centre, double reach) {
    double[] heights = new double[to - from + 1];
    double sum = 0;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = Math.max(0, 1 - Math.abs(from + i - centre) / reach);
      sum += heights[i];
    }
    float[] shares = new float[heights.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) (heights[i] / sum);
    }
    return shares;
  }

  /** Reads one image at source[from..], writes the scaled one to target[at..]. */
  void resample(byte[] source, int from, byte[] target, int at) {
    for (int y = 0; y < square; y++) {
      int row = from + (top + y) * stride + left * channels;
      for (int x = 0; x < side; x++) {
        for (int c = 0; c < channels; c++) {
          float sum = 0;
          for (int k = 0; k < weights[x].length; k++) {
            sum += weights[x][k] * (source[row + (first[x] + k) * channels + c] & 0xFF);
          }
          narrowed[(y * side + x) * channels + c] = sum;
        }
      }
    }
    int width = side * channels;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int k = 0; k < weights[y].length; k++) {
          sum += weights[y][k] * narrowed[(first[y] + k) * width + x];
        }
        target[at + y * width + x] = (byte) Math.min(255, Math.round(sum));
      }
    }
  }
}
