package ganengine.gan.config;

import ganengine.gan.UserError;
import java.util.ArrayList;
import java.util.List;

/**
 * The sides that a convolutional network's images go through, from the whole image inwards: each is
 * half of the one before, rounded up.
 */
public final class ImageSides {
  /** Halving ends here or below, unless the side is 5 or 7 times a power of two. */
  private static final int SMALLEST = 4;

  private static final int SMALLEST_IMAGE = 8;

  private ImageSides() {}

  /**
   * From the image's side to the start size: 64, 32, 16, 8, 4 and 112, 56, 28, 14, 7, but 28, 14,
   * 7, 4, since without that last level no filter of a discriminator sees a whole digit.
   *
   * @param side of the image, at least 8
   * @param start where to end: 2 makes 28, 14, 7, 4, 2; 0 to find it
   * @throws UserError if the side is too small or halving it misses the start size
   */
  public static List<Integer> of(int side, int start) {
    if (side < SMALLEST_IMAGE) {
      throw new UserError(
          "imageSize: convolutions halve an image at least once, down to %d; expected %d or more, found %d"
              .formatted(SMALLEST, SMALLEST_IMAGE, side));
    }
    int end = start > 0 ? start : found(side);
    List<Integer> sides = new ArrayList<>(List.of(side));
    int size = side;
    while (size > end) {
      size = (size + 1) / 2;
      sides.add(size);
    }
    if (start > 0 && (size != start || start == side)) {
      throw new UserError(
          "startSize: halving %d gives %s, not %d; expected one of these"
              .formatted(side, halved(side), start));
    }
    return sides;
  }

  /**
   * From the image's side to a start size of 4 to 7, each exactly half of the one before: 28, 14,
   * 7.
   *
   * @throws UserError if the side is no such multiple of a power of two
   */
  public static List<Integer> exact(int side) {
    List<Integer> sides = new ArrayList<>(List.of(side));
    int size = side;
    while (size % 2 == 0 && size / 2 >= SMALLEST) {
      size /= 2;
      sides.add(size);
    }
    if (size >= 2 * SMALLEST || sides.size() == 1) {
      throw new UserError(
          "imageSize: this model expects n * 2^k with n from 4 to 7 (28 or 32, say), found "
              + side);
    }
    return sides;
  }

  private static int found(int side) {
    int odd = side >> Integer.numberOfTrailingZeros(side);
    boolean keepsOdd = (odd == 5 || odd == 7) && side != 28 && side > odd;
    return keepsOdd ? odd : SMALLEST;
  }

  private static String halved(int side) {
    List<String> sizes = new ArrayList<>();
    for (int size = (side + 1) / 2; size > 1; size = (size + 1) / 2) {
      sizes.add(Integer.toString(size));
    }
    return String.join(", ", sizes);
  }
}
