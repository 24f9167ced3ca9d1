package ganengine.gan.train;

import ganengine.engine.io.HostTensor;
import ganengine.gan.data.ImageSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Between the numbers networks see and those that are shown: shown = factor * seen + offset in each
 * channel, where shown is in [-1, 1].
 *
 * @param factor one for all channels, or one for each
 * @param offset as many
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record PixelRange(double[] factor, double[] offset) {
  private static final String CENTRED = "centred";
  private static final String FACTOR = "pixels.factor";
  private static final String OFFSET = "pixels.offset";

  /** What is seen is what is shown. */
  static final PixelRange SYMMETRIC = new PixelRange(new double[] {1}, new double[] {0});

  /**
   * The range of this name.
   *
   * @param name {@code symmetric}, {@code unit}, {@code half} or {@code centred}
   * @param images whose channels {@code centred} is about
   */
  static PixelRange of(String name, ImageSet images) {
    return name.equals(CENTRED) ? centred(images) : fixed(name);
  }

  private static PixelRange fixed(String name) {
    return switch (name) {
      case "unit" -> new PixelRange(new double[] {2}, new double[] {-1});
      case "half" -> new PixelRange(new double[] {2}, new double[] {0});
      default -> SYMMETRIC;
    };
  }

  /** Each channel's mean is seen as 0, and the farther end of its range as 1 or -1. */
  private static PixelRange centred(ImageSet images) {
    int channels = images.channels();
    long[] sums = new long[channels];
    byte[] image = new byte[images.imageSize()];
    for (int i = 0; i < images.count(); i++) {
      images.store().copy((long) i * image.length, image, 0, image.length);
      for (int j = 0; j < image.length; j++) {
        sums[j % channels] += image[j] & 0xFF;
      }
    }
    double each = (double) images.store().size() / channels;
    double[] offset = Arrays.stream(sums).mapToDouble(sum -> sum / each * 2 / 255 - 1).toArray();
    double[] factor = Arrays.stream(offset).map(mean -> 1 + Math.abs(mean)).toArray();
    return new PixelRange(factor, offset);
  }

  /** The range that a checkpoint's samples are in. */
  static PixelRange of(String name, Map<String, HostTensor> saved) {
    return name.equals(CENTRED)
        ? new PixelRange(saved.get(FACTOR).doubles(), saved.get(OFFSET).doubles())
        : fixed(name);
  }

  /** What a checkpoint must hold beside the name. */
  Map<String, HostTensor> save(String name) {
    int[] shape = {factor.length};
    return name.equals(CENTRED)
        ? Map.of(FACTOR, HostTensor.of(shape, factor), OFFSET, HostTensor.of(shape, offset))
        : Map.of();
  }

  /** A checkpoint's other tensors. */
  static Map<String, HostTensor> without(Map<String, HostTensor> saved) {
    Map<String, HostTensor> others = new LinkedHashMap<>(saved);
    others.keySet().removeAll(Set.of(FACTOR, OFFSET));
    return others;
  }

  /** Whether one factor and offset serve all channels. */
  boolean uniform() {
    return factor.length == 1;
  }

  /** Whether what is seen is what is shown. */
  boolean identity() {
    return uniform() && factor[0] == 1 && offset[0] == 0;
  }

  /** Turns what is seen into what is shown, in place: images with channels last. */
  void show(float[] images) {
    if (!identity()) {
      for (int i = 0; i < images.length; i++) {
        int c = i % factor.length;
        images[i] = (float) (factor[c] * images[i] + offset[c]);
      }
    }
  }

  /** Turns what is shown into what is seen, in place: the inverse of {@link #show}. */
  void see(float[] images) {
    if (!identity()) {
      for (int i = 0; i < images.length; i++) {
        int c = i % factor.length;
        images[i] = (float) ((images[i] - offset[c]) / factor[c]);
      }
    }
  }
}
