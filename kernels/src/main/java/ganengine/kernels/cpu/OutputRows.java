package ganengine.kernels.cpu;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Where a product's rows go: row i is {@code reals[place(i) ..]}, its columns side by side. Rows
 * may lie anywhere, as the pixels of one stride phase do.
 */
final class OutputRows {
  final float[] reals;
  private final IntUnaryOperator place;

  OutputRows(float[] reals, IntUnaryOperator place) {
    this.reals = reals;
    this.place = place;
  }

  /** Rows one after another at a stride. */
  static OutputRows dense(float[] reals, int start, int stride) {
    return new OutputRows(reals, row -> start + row * stride);
  }

  /** Where a row starts in {@link #reals}. */
  int place(int row) {
    return place.applyAsInt(row);
  }

  /** Writes the places of {@code rows} rows from {@code row} on to {@code to[0 ..]}. */
  void places(int row, int rows, int[] to) {
    for (int i = 0; i < rows; i++) {
      to[i] = place.applyAsInt(row + i);
    }
  }

  /** Zeroes the output: all sums are empty. */
  void clear(int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      Arrays.fill(reals, place(i), place(i) + columns, 0);
    }
  }
}
