package ganengine.kernels.cpu;

import java.util.Arrays;

/**
 * Column loops by tiles of four or two vectors of columns, then of one, so that sums and constants
 * stay in registers; columns that don't fill a vector are scalar. A tile has few rows: so its float
 * sums have few terms, and wide matrices are still read nearly as the memory runs.
 */
final class VectorColumnLoops implements ColumnLoops {
  private static final int LANES = VectorLanes.SPECIES.length();
  private static final int TWO = 2 * LANES;
  private static final int FOUR = 4 * LANES;
  private static final int TILE_ROWS = 64;

  /** What is done to a tile. */
  private interface Tile {
    /**
     * Works on {@code rows} rows.
     *
     * @param at where the tile starts, from the matrix's first number on
     * @param column its first column
     */
    void run(int rows, int at, int column);
  }

  private static int whole(int columns) {
    return columns - columns % LANES;
  }

  /**
   * Every tile of the columns that fill vectors, {@code width} wide or one vector, rows in order.
   */
  private static void tiles(int rows, int columns, int width, Tile wide, Tile one) {
    int whole = whole(columns);
    for (int row = 0; row < rows; row += TILE_ROWS) {
      int some = Math.min(TILE_ROWS, rows - row);
      int i = 0;
      for (; i <= whole - width; i += width) {
        wide.run(some, row * columns + i, i);
      }
      for (; i < whole; i += LANES) {
        one.run(some, row * columns + i, i);
      }
    }
  }

  @Override
  public void sums(int rows, int columns, float[] x, int atX, float[] sums) {
    Arrays.fill(sums, 0, columns, 0);
    tiles(
        rows,
        columns,
        FOUR,
        (some, at, i) -> VectorColumnSums.sumFour(some, columns, x, atX + at, sums, i),
        (some, at, i) -> VectorColumnSums.sumOne(some, columns, x, atX + at, sums, i));
    int whole = whole(columns);
    if (whole < columns) {
      ScalarColumnLoops.sums(whole, rows, columns, x, atX, sums);
    }
  }

  @Override
  public void deviations(int rows, int columns, float[] x, int atX, float[] c) {
    Arrays.fill(c, columns, 3 * columns, 0);
    tiles(
        rows,
        columns,
        FOUR,
        (some, at, i) -> VectorColumnSums.deviationsFour(some, columns, x, atX + at, c, i),
        (some, at, i) -> VectorColumnSums.deviationsOne(some, columns, x, atX + at, c, i));
    int whole = whole(columns);
    if (whole < columns) {
      ScalarColumnLoops.deviations(whole, rows, columns, x, atX, c);
    }
  }

  @Override
  public void products(
      int rows,
      int columns,
      float leak,
      float[] gate,
      int atGate,
      float[] g,
      int atG,
      float[] x,
      int atX,
      float[] c) {
    Arrays.fill(c, columns, 3 * columns, 0);
    tiles(
        rows,
        columns,
        TWO,
        (some, at, i) ->
            VectorColumnSums.productsTwo(
                some, columns, leak, gate, atGate + at, g, atG + at, x, atX + at, c, i),
        (some, at, i) ->
            VectorColumnSums.productsOne(
                some, columns, leak, gate, atGate + at, g, atG + at, x, atX + at, c, i));
    int whole = whole(columns);
    if (whole < columns) {
      ScalarColumnLoops.products(whole, rows, columns, leak, gate, atGate, g, atG, x, atX, c);
    }
  }

  @Override
  public void scale(
      int rows, int columns, float leak, float[] x, int atX, float[] c, float[] y, int atY) {
    tiles(
        rows,
        columns,
        FOUR,
        (some, at, i) ->
            VectorColumnMaps.scaleFour(some, columns, leak, x, atX + at, c, i, y, atY + at),
        (some, at, i) ->
            VectorColumnMaps.scaleOne(some, columns, leak, x, atX + at, c, i, y, atY + at));
    int whole = whole(columns);
    if (whole < columns) {
      ScalarColumnLoops.scale(whole, rows, columns, leak, x, atX, c, y, atY);
    }
  }

  @Override
  public void combine(
      int rows,
      int columns,
      float leak,
      float[] gate,
      int atGate,
      float[] g,
      int atG,
      float[] x,
      int atX,
      float[] c,
      float[] out,
      int atOut) {
    int whole = whole(columns);
    for (int r = 0; r < rows; r++) {
      int at = r * columns;
      VectorColumnMaps.combineRow(
          columns, whole, leak, gate, atGate + at, g, atG + at, x, atX + at, c, out, atOut + at);
    }
    if (whole < columns) {
      ScalarColumnLoops.combine(
          whole, rows, columns, leak, gate, atGate, g, atG, x, atX, c, out, atOut);
    }
  }
}
