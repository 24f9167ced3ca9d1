package ganengine.gan.data.pixels;

/**
 * A part of an image, in pixels.
 *
 * @param top rows above it
 * @param left columns to its left
 * @param height its rows
 * @param width its columns
 */
public record Window(int top, int left, int height, int width) {
  /** The part of this size at the image's centre; half a pixel is rounded up and left. */
  static Window centred(Size image, Size part) {
    return new Window(
        (image.height() - part.height()) / 2,
        (image.width() - part.width()) / 2,
        part.height(),
        part.width());
  }
}
