package ganengine.gan.features;

/** Max pooling to a grid of cells, whatever the size of the maps. */
final class GridPooling {
  private GridPooling() {}

  /**
   * The largest value of each cell and map, [count, cells, cells, maps], or [count, height, ...]
   * where the maps are smaller. Cell i of an axis of n begins at i n / cells, rounded down, and
   * ends at (i + 1) n / cells, rounded up: cells of an axis that they don't divide overlap.
   *
   * @param values [count, height, width, maps]
   * @param cells on each axis; 4 in DCGAN's paper
   */
  static float[] max(float[] values, int height, int width, int maps, int cells) {
    int rows = Math.min(cells, height);
    int columns = Math.min(cells, width);
    int count = values.length / (height * width * maps);
    float[] pooled = new float[count * rows * columns * maps];
    for (int cell = 0; cell < count * rows * columns; cell++) {
      int image = cell / (rows * columns);
      int row = cell / columns % rows;
      int column = cell % columns;
      for (int map = 0; map < maps; map++) {
        float most = Float.NEGATIVE_INFINITY;
        for (int y = row * height / rows; y < end(row, height, rows); y++) {
          for (int x = column * width / columns; x < end(column, width, columns); x++) {
            most = Math.max(most, values[((image * height + y) * width + x) * maps + map]);
          }
        }
        pooled[cell * maps + map] = most;
      }
    }
    return pooled;
  }

  private static int end(int cell, int size, int cells) {
    return ((cell + 1) * size + cells - 1) / cells;
  }
}
