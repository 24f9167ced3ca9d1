package ganengine.gan.data.pixels;

/**
 * The size of an image, in pixels.
 *
 * @param width columns
 * @param height rows
 */
public record Size(int width, int height) {
  /** {@code 178 x 218}: width first, as data sets are described. */
  @Override
  public String toString() {
    return width + " x " + height;
  }
}
