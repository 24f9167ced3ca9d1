package ganengine.gan.image;

import java.awt.image.BufferedImage;
import java.util.List;

/** Says what the columns and rows of a grid are, and puts pictures beside each other. */
public final class Captions {
  /** Pixels between a caption and what is beside it. */
  private static final int ROOM = 4;

  /** Pixels to each side of a letter's pixel, where there is room. */
  private static final int LARGE = 2;

  /** Above the columns, however large the letters: grids beside each other are in line. */
  private static final int MARGIN = LARGE * Letters.HEIGHT + 2 * ROOM;

  private Captions() {}

  /**
   * A picture with captions above its columns and to the left of its rows, in letters as large as
   * the columns have room for.
   *
   * @param picture of columns of one width and rows of one height, as {@link ImageGrid} draws it
   * @param columns the captions above it, each in the middle of its share of the width; may be
   *     fewer than the grid has columns, or none
   * @param rows the captions to the left of it, each in the middle of its share of the height; none
   *     for no margin
   */
  public static BufferedImage around(
      BufferedImage picture, List<String> columns, List<String> rows) {
    int above = columns.isEmpty() ? 0 : MARGIN;
    int beside = rows.isEmpty() ? 0 : LARGE * widest(rows) + 2 * ROOM;
    BufferedImage whole =
        ImageGrid.background(
            picture.getHeight() + above, picture.getWidth() + beside, picture.getType());
    whole.getRaster().setRect(beside, above, picture.getRaster());
    int scale = scale(picture.getWidth(), columns);
    for (int i = 0; i < columns.size(); i++) {
      int middle = beside + (2 * i + 1) * picture.getWidth() / (2 * columns.size());
      int left = middle - Letters.width(columns.get(i)) * scale / 2;
      Letters.write(columns.get(i), whole, left, (above - Letters.HEIGHT * scale) / 2, scale);
    }
    for (int i = 0; i < rows.size(); i++) {
      int middle = above + (2 * i + 1) * picture.getHeight() / (2 * rows.size());
      int left = beside - ROOM - Letters.width(rows.get(i)) * LARGE;
      Letters.write(rows.get(i), whole, left, middle - Letters.HEIGHT * LARGE / 2, LARGE);
    }
    return whole;
  }

  /** Pictures of one type from left to right, their upper edges in line. */
  public static BufferedImage besideEachOther(List<BufferedImage> pictures) {
    int height = pictures.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
    int width = pictures.stream().mapToInt(BufferedImage::getWidth).sum();
    BufferedImage whole = ImageGrid.background(height, width, pictures.get(0).getType());
    int left = 0;
    for (BufferedImage picture : pictures) {
      whole.getRaster().setRect(left, 0, picture.getRaster());
      left += picture.getWidth();
    }
    return whole;
  }

  private static int scale(int width, List<String> columns) {
    return columns.isEmpty() || LARGE * widest(columns) + ROOM <= width / columns.size()
        ? LARGE
        : 1;
  }

  private static int widest(List<String> captions) {
    return captions.stream().mapToInt(Letters::width).max().orElse(0);
  }
}
