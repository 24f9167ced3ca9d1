package ganengine.gan.data.pixels;

/**
 * Scales a part of an image to a square, first along rows, then along columns, with a triangle
 * filter: bilinear interpolation when enlarging; when reducing, the triangle widens with the ratio,
 * so that every pixel counts and nothing aliases.
 */
public final class Resampling {
  private final int channels;
  private final int side;
  private final int stride;
  private final Window part;
  private final Weights across;
  private final Weights down;

  /**
   * What an output position is made of.
   *
   * @param first for each output position, the first input position that counts
   * @param shares for each, the weights of the inputs from there on; they sum to 1
   */
  @SuppressWarnings("ArrayRecordComponent") // Private, never compared.
  private record Weights(int[] first, float[][] shares) {
    static Weights of(int inputs, int outputs) {
      Weights weights = new Weights(new int[outputs], new float[outputs][]);
      double ratio = (double) inputs / outputs;
      double reach = Math.max(1, ratio);
      for (int i = 0; i < outputs; i++) {
        double centre = (i + 0.5) * ratio - 0.5;
        weights.first[i] = Math.max(0, (int) Math.ceil(centre - reach));
        int last = Math.min(inputs - 1, (int) Math.floor(centre + reach));
        weights.shares[i] = triangle(weights.first[i], last, centre, reach);
      }
      return weights;
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
  }

  /**
   * For images of one size.
   *
   * @param width their columns
   * @param channels bytes of a pixel
   * @param part which part of each
   * @param side of the squares that come out
   */
  public Resampling(int width, int channels, Window part, int side) {
    this.channels = channels;
    this.side = side;
    this.stride = width * channels;
    this.part = part;
    this.across = Weights.of(part.width(), side);
    this.down = part.width() == part.height() ? across : Weights.of(part.height(), side);
  }

  /** Reads one image at source[from..], writes the scaled one, rounded, to target[at..]. */
  public void resample(byte[] source, int from, byte[] target, int at) {
    float[] resampled = resampled(source, from);
    for (int i = 0; i < resampled.length; i++) {
      target[at + i] = (byte) Math.min(255, Math.round(resampled[i]));
    }
  }

  /** The image at source[from..], scaled and not rounded, [side, side, channels] of 0 to 255. */
  public float[] resampled(byte[] source, int from) {
    float[] narrowed = new float[part.height() * side * channels];
    for (int y = 0; y < part.height(); y++) {
      int row = from + (part.top() + y) * stride + part.left() * channels;
      for (int x = 0; x < side; x++) {
        float[] shares = across.shares[x];
        for (int c = 0; c < channels; c++) {
          float sum = 0;
          int pixel = row + across.first[x] * channels + c;
          for (float share : shares) {
            sum += share * (source[pixel] & 0xFF);
            pixel += channels;
          }
          narrowed[(y * side + x) * channels + c] = sum;
        }
      }
    }
    int width = side * channels;
    float[] target = new float[side * width];
    for (int y = 0; y < side; y++) {
      float[] shares = down.shares[y];
      for (int x = 0; x < width; x++) {
        float sum = 0;
        int value = down.first[y] * width + x;
        for (float share : shares) {
          sum += share * narrowed[value];
          value += width;
        }
        target[y * width + x] = sum;
      }
    }
    return target;
  }
}
