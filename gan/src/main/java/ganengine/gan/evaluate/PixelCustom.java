package ganengine.gan.evaluate;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** As what numbers a network wants the bytes of an image. */
public enum PixelCustom {
  /** In [-1, 1]: TF-GAN's Inception, and the bare network of pytorch-fid. */
  SIGNED,
  /** In [0, 1]: pytorch-fid's with its normalisation inside. */
  UNIT,
  /** From 0 to 255: the graph that Heusel et al. 2017 published, StyleGAN's. */
  BYTES,
  /** In [0, 1], less ImageNet's mean, by its deviation: torchvision's. */
  IMAGENET;

  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  /**
   * The custom of this name.
   *
   * @throws UserError if there is none
   */
  public static PixelCustom of(String word) {
    List<String> words = Arrays.stream(values()).map(PixelCustom::word).toList();
    if (!words.contains(word)) {
      throw new UserError(
          "--inception-pixels: expected one of %s, found '%s'%s"
              .formatted(String.join(", ", words), word, DidYouMean.among(word, words)));
    }
    return values()[words.indexOf(word)];
  }

  /** Its name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A pixel from 0 to 255 as the network wants it; of grey images the channel is 0. */
  float of(float pixel, int channel) {
    return switch (this) {
      case SIGNED -> pixel / 127.5f - 1;
      case UNIT -> pixel / 255;
      case BYTES -> pixel;
      case IMAGENET -> (pixel / 255 - MEAN[channel]) / DEVIATION[channel];
    };
  }
}
