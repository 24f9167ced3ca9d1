package ganengine.gan.data;

import ganengine.gan.data.pixels.RawImage;
import ganengine.gan.data.pixels.Resampling;
import ganengine.gan.data.pixels.Size;
import ganengine.gan.data.pixels.Window;
import java.io.IOException;
import java.util.Optional;

/**
 * Follows a recipe: decodes an image, makes it grey or colour, cuts a part out, scales it. For any
 * number of threads.
 */
final class Preparation {
  /** Images are at most doubled: enlarged ones teach a generator to blur. */
  private static final int LARGEST_FACTOR = 2;

  private final ImageRecipe recipe;
  private final Optional<Size> published;

  /** The weights of the size met last, of which all images often are. */
  private volatile Scaling last;

  private record Scaling(Size size, Resampling resampling) {}

  /**
   * An image done.
   *
   * @param pixels [side, side, channels]; null if it cannot be used
   * @param label its class
   * @param size in which it came; null if it cannot be used
   * @param fault its name and what is wrong with it; null if nothing is
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
  record Prepared(byte[] pixels, int label, Size size, String fault) {}

  /** By a recipe whose channels are settled. */
  Preparation(ImageRecipe recipe, Optional<Size> published) {
    this.recipe = recipe;
    this.published = published;
  }

  /** The image's bytes, or why there are none. */
  Prepared prepare(String name, int label, ImageSource.Encoded encoded) {
    try {
      RawImage image = encoded.decode().withChannels(recipe.channels());
      Size size = new Size(image.width(), image.height());
      byte[] pixels = new byte[recipe.side() * recipe.side() * recipe.channels()];
      scaling(size).resample(image.bytes(), 0, pixels, 0);
      return new Prepared(pixels, label, size, null);
    } catch (IOException | IllegalArgumentException e) {
      return new Prepared(null, label, null, name + " " + e.getMessage());
    }
  }

  private Resampling scaling(Size size) {
    Scaling scaling = last;
    if (scaling == null || !scaling.size().equals(size)) {
      Window part = recipe.crop().of(size, published);
      requireLargeEnough(size, part);
      scaling =
          new Scaling(size, new Resampling(size.width(), recipe.channels(), part, recipe.side()));
      last = scaling;
    }
    return scaling.resampling();
  }

  private void requireLargeEnough(Size size, Window part) {
    int shorter = Math.min(part.width(), part.height());
    if (shorter * LARGEST_FACTOR < recipe.side()) {
      throw new IllegalArgumentException(
          "is %s, too small for %d x %d (at most doubled); use a smaller --image-size"
              .formatted(size, recipe.side(), recipe.side()));
    }
  }
}
