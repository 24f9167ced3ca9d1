package ganengine.kernels.cpu;

/**
 * Column loops for any number of columns by loops that are fast for whole vectors of them: where
 * the columns don't fill vectors, several rows side by side are read as one wide row, with every
 * column's constants repeated and its sums added up at the end, in double. So a matrix of 3 columns
 * is worked on as one of 48. Rows that don't fill a wide one are worked on as they are.
 */
final class FoldedColumnLoops implements ColumnLoops {
  /**
   * A wide row is a multiple of this, as long as the longest vector, and at least {@link #WIDE}.
   */
  private static final int LANES = 16;

  private static final int WIDE = 64;

  /** Where a wide row would be longer, the columns that fill no vector are few among the others. */
  private static final int WIDEST = 1024;

  private final ColumnLoops loops;

  FoldedColumnLoops(ColumnLoops loops) {
    this.loops = loops;
  }

  /** How many rows of {@code columns} are read as one. */
  static int fold(int columns) {
    int filling = LANES / Math.min(LANES, Integer.lowestOneBit(columns));
    if (filling * columns > WIDEST) {
      return 1;
    }
    return filling * Math.max(1, WIDE / (filling * columns));
  }

  @Override
  public void sums(int rows, int columns, float[] x, int atX, float[] sums) {
    int fold = fold(columns);
    int whole = rows / fold * fold;
    if (fold == 1 || whole == 0) {
      loops.sums(rows, columns, x, atX, sums);
      return;
    }
    float[] wide = new float[fold * columns];
    loops.sums(whole / fold, fold * columns, x, atX, wide);
    loops.sums(rows - whole, columns, x, atX + whole * columns, sums);
    addFolded(fold, columns, wide, 0, sums);
  }

  @Override
  public void deviations(int rows, int columns, float[] x, int atX, float[] c) {
    int fold = fold(columns);
    int whole = rows / fold * fold;
    if (fold == 1 || whole == 0) {
      loops.deviations(rows, columns, x, atX, c);
      return;
    }
    float[] wide = repeated(fold, columns, c, 1);
    loops.deviations(whole / fold, fold * columns, x, atX, wide);
    loops.deviations(rows - whole, columns, x, atX + whole * columns, c);
    addFolded(fold, columns, wide, 1, c);
    addFolded(fold, columns, wide, 2, c);
  }

  @Override
  public void scale(
      int rows, int columns, float leak, float[] x, int atX, float[] c, float[] y, int atY) {
    int fold = fold(columns);
    int whole = rows / fold * fold;
    if (fold == 1 || whole == 0) {
      loops.scale(rows, columns, leak, x, atX, c, y, atY);
      return;
    }
    float[] wide = repeated(fold, columns, c, 3);
    loops.scale(whole / fold, fold * columns, leak, x, atX, wide, y, atY);
    int tail = whole * columns;
    loops.scale(rows - whole, columns, leak, x, atX + tail, c, y, atY + tail);
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
    int fold = fold(columns);
    int whole = rows / fold * fold;
    if (fold == 1 || whole == 0) {
      loops.products(rows, columns, leak, gate, atGate, g, atG, x, atX, c);
      return;
    }
    float[] wide = repeated(fold, columns, c, 1);
    loops.products(whole / fold, fold * columns, leak, gate, atGate, g, atG, x, atX, wide);
    int tail = whole * columns;
    loops.products(
        rows - whole, columns, leak, gate, atGate + tail, g, atG + tail, x, atX + tail, c);
    addFolded(fold, columns, wide, 1, c);
    addFolded(fold, columns, wide, 2, c);
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
    int fold = fold(columns);
    int whole = rows / fold * fold;
    if (fold == 1 || whole == 0) {
      loops.combine(rows, columns, leak, gate, atGate, g, atG, x, atX, c, out, atOut);
      return;
    }
    float[] wide = repeated(fold, columns, c, 4);
    loops.combine(
        whole / fold, fold * columns, leak, gate, atGate, g, atG, x, atX, wide, out, atOut);
    int tail = whole * columns;
    loops.combine(
        rows - whole,
        columns,
        leak,
        gate,
        atGate + tail,
        g,
        atG + tail,
        x,
        atX + tail,
        c,
        out,
        atOut + tail);
  }

  /** The first vectors of c, each [columns] repeated to [fold, columns]; room for 3 at least. */
  private static float[] repeated(int fold, int columns, float[] c, int vectors) {
    float[] wide = new float[Math.max(3, vectors) * fold * columns];
    for (int copy = 0; copy < vectors * fold; copy++) {
      System.arraycopy(c, copy / fold * columns, wide, copy * columns, columns);
    }
    return wide;
  }

  /** Adds the wide sums [fold, columns] that are vector {@code vector} of wide to that of c. */
  private static void addFolded(int fold, int columns, float[] wide, int vector, float[] c) {
    int first = vector * fold * columns;
    for (int i = 0; i < columns; i++) {
      double sum = c[vector * columns + i];
      for (int copy = 0; copy < fold; copy++) {
        sum += wide[first + copy * columns + i];
      }
      c[vector * columns + i] = (float) sum;
    }
  }
}
