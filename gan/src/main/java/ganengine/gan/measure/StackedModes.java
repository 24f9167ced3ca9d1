package ganengine.gan.measure;

/**
 * Stacked MNIST (Metz et al. 2017): an image of three channels with a digit in each shows one of
 * 1000 modes, which a digit classifier reads channel by channel.
 */
public final class StackedModes {
  /** Digits in an image. */
  public static final int CHANNELS = 3;

  /** 10 to the power of the channels. */
  public static final int MODES = 1000;

  private StackedModes() {}

  /**
   * The modes of images whose digits are known.
   *
   * @param digits [images, 3], each 0 to 9; the first channel's is the hundreds
   */
  public static ModeHistogram histogram(int[] digits) {
    int[] modes = new int[digits.length / CHANNELS];
    for (int i = 0; i < modes.length; i++) {
      modes[i] =
          100 * digits[CHANNELS * i] + 10 * digits[CHANNELS * i + 1] + digits[CHANNELS * i + 2];
    }
    return ModeHistogram.of(modes, MODES);
  }

  /** Images [count, side, side, 3] as single channels [count * 3, side, side, 1]. */
  public static float[] channels(float[] images, int pixels) {
    float[] single = new float[images.length];
    int perImage = CHANNELS * pixels;
    for (int i = 0; i < images.length; i++) {
      int image = i / perImage;
      int pixel = i % perImage / CHANNELS;
      int channel = i % CHANNELS;
      single[(image * CHANNELS + channel) * pixels + pixel] = images[i];
    }
    return single;
  }
}
