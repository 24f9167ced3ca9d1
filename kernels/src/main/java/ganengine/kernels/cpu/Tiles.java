package ganengine.kernels.cpu;

/**
 * Multiplies a packed block of rows with packed column panels, tile by tile. A tile that hangs over
 * the output's edge is computed in a copy of its own: same order of additions, same bits.
 */
final class Tiles {
  private final MicroKernel full;
  private final MicroKernel narrow;
  private final float[] edge;
  private final int[] edgePlaces;

  /** For one thread. */
  Tiles(MicroKernel kernel) {
    full = kernel;
    narrow = kernel.narrow();
    edge = new float[kernel.rows() * kernel.columns()];
    edgePlaces = new int[kernel.rows()];
    for (int i = 0; i < edgePlaces.length; i++) {
      edgePlaces[i] = i * kernel.columns();
    }
  }

  /**
   * c rows += a b over one depth, or = a b the first time. Each column panel stays in the
   * first-level cache while all row panels pass by.
   *
   * @param a row panels from {@code aAt} on
   * @param b column panels from {@code bAt} on, {@code columns() * DEPTH} floats apart
   * @param places where the {@code rows} rows lie in c
   * @param column first column in c
   */
  void multiplyAdd(
      int depth,
      float[] a,
      int aAt,
      int rows,
      float[] b,
      int bAt,
      int column,
      int columns,
      boolean first,
      float[] c,
      int[] places) {
    int width = full.columns();
    int height = full.rows();
    for (int j = 0; j < columns; j += width) {
      int panel = bAt + j * MicroKernel.DEPTH;
      int wide = Math.min(width, columns - j);
      MicroKernel kernel = wide <= narrow.columns() ? narrow : full;
      for (int i = 0; i < rows; i += height) {
        int high = Math.min(height, rows - i);
        int rowPanel = aAt + i * MicroKernel.DEPTH;
        if (wide == kernel.columns() && high == height) {
          kernel.multiplyAdd(depth, a, rowPanel, b, panel, first, c, places, i, column + j);
        } else {
          if (!first) {
            load(c, places, i, high, column + j, wide);
          }
          kernel.multiplyAdd(depth, a, rowPanel, b, panel, first, edge, edgePlaces, 0, 0);
          store(c, places, i, high, column + j, wide);
        }
      }
    }
  }

  private void load(float[] c, int[] places, int row, int rows, int column, int columns) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(c, places[row + i] + column, edge, edgePlaces[i], columns);
    }
  }

  private void store(float[] c, int[] places, int row, int rows, int column, int columns) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(edge, edgePlaces[i], c, places[row + i] + column, columns);
    }
  }
}
