package ganengine.gan.data;

import ganengine.gan.data.pixels.Crop;

/**
 * What becomes of each image of a data set before a network sees it.
 *
 * @param crop which part of it is used
 * @param side height and width of the square that the part is scaled to, in pixels
 * @param channels 1 for grey, 3 for colour; 0 for what the images are
 */
public record ImageRecipe(Crop crop, int side, int channels) {
  /** A recipe of sound numbers. */
  public ImageRecipe {
    if (side < 1 || (channels != 0 && channels != 1 && channels != 3)) {
      throw new IllegalArgumentException("no side %d of %d channels".formatted(side, channels));
    }
  }

  /** The same at another size. */
  public ImageRecipe withSide(int wanted) {
    return new ImageRecipe(crop, wanted, channels);
  }

  /** The same of another part. */
  public ImageRecipe withCrop(Crop wanted) {
    return new ImageRecipe(wanted, side, channels);
  }

  /** The same in grey (1) or colour (3). */
  public ImageRecipe withChannels(int wanted) {
    return new ImageRecipe(crop, side, wanted);
  }
}
