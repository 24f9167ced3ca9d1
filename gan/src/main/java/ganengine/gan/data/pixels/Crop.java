package ganengine.gan.data.pixels;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of each image is used, always round its centre: the largest square, the whole image,
 * or a window of so many pixels. A part that is no square is squeezed into one.
 *
 * @param kind which of these
 * @param width columns of the window, in pixels of the images as their makers publish them; else 0
 * @param height its rows; else 0
 */
public record Crop(Kind kind, int width, int height) {
  /** Ways to choose a part. */
  public enum Kind {
    /** The largest square. */
    SQUARE,
    /** All of it. */
    WHOLE,
    /** A window of fixed size. */
    WINDOW
  }

  /** What {@link #parse} takes, for messages. */
  public static final String EXPECTED =
      "square, whole, or WIDTHxHEIGHT in pixels of the original images, as 108x108";

  /** The largest square at the centre. */
  public static final Crop SQUARE = new Crop(Kind.SQUARE, 0, 0);

  /** The whole image. */
  public static final Crop WHOLE = new Crop(Kind.WHOLE, 0, 0);

  private static final Pattern WINDOW = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  /** A window at the centre. */
  public static Crop window(int width, int height) {
    return new Crop(Kind.WINDOW, width, height);
  }

  /**
   * The crop of this text.
   *
   * @throws IllegalArgumentException if it is none of {@link #EXPECTED}
   */
  public static Crop parse(String text) {
    Matcher window = WINDOW.matcher(text);
    if (window.matches()) {
      return window(Integer.parseInt(window.group(1)), Integer.parseInt(window.group(2)));
    }
    return switch (text) {
      case "square" -> SQUARE;
      case "whole" -> WHOLE;
      default -> throw new IllegalArgumentException("no crop: " + text);
    };
  }

  /**
   * The part of an image.
   *
   * @param image its size
   * @param published the size in which the makers publish all images, if they are of one: the
   *     window shrinks with a copy of theirs that was scaled down; empty for the image's own
   * @throws IllegalArgumentException if the window is larger than the image
   */
  public Window of(Size image, Optional<Size> published) {
    return switch (kind) {
      case SQUARE -> {
        int side = Math.min(image.width(), image.height());
        yield Window.centred(image, new Size(side, side));
      }
      case WHOLE -> Window.centred(image, image);
      case WINDOW -> Window.centred(image, scaled(image, published.orElse(image)));
    };
  }

  private Size scaled(Size image, Size published) {
    Size size =
        new Size(
            Math.max(1, Math.round((float) width * image.width() / published.width())),
            Math.max(1, Math.round((float) height * image.height() / published.height())));
    if (size.width() > image.width() || size.height() > image.height()) {
      throw new IllegalArgumentException(
          "is %s, smaller than the part %s that is to be cut out of it".formatted(image, size));
    }
    return size;
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return switch (kind) {
      case SQUARE -> "square";
      case WHOLE -> "whole";
      case WINDOW -> width + "x" + height;
    };
  }
}
