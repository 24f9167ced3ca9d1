package ganengine.gan.measure;

import ganengine.engine.op.MatMul;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.Arrays;

/**
 * The inner products of all rows of one set with all rows of another, computed on the innermost
 * scope's device block by block, since 10,000 x 10,000 of them are 400 MB.
 */
final class DotProducts {
  private static final int ROWS = 1024;
  private static final int COLUMNS = 2048;

  private DotProducts() {}

  /** Takes one row of a block. */
  @FunctionalInterface
  interface Row {
    /**
     * Products of row {@code i} of a with rows {@code from} to {@code from + count} of b.
     *
     * @param products the first of them stands at {@code at}
     */
    void accept(int i, int from, int count, float[] products, int at);
  }

  /** Every product once, in order of a's blocks; {@code done} is told the share after each. */
  static void forEach(Features a, Features b, Row row, Stage done) {
    for (int i = 0; i < a.rows(); i += ROWS) {
      int rows = Math.min(ROWS, a.rows() - i);
      for (int j = 0; j < b.rows(); j += COLUMNS) {
        int columns = Math.min(COLUMNS, b.rows() - j);
        float[] products = block(a, i, rows, b, j, columns);
        for (int r = 0; r < rows; r++) {
          row.accept(i + r, j, columns, products, r * columns);
        }
      }
      done.reached((double) (i + rows) / a.rows());
    }
  }

  private static float[] block(Features a, int i, int rows, Features b, int j, int columns) {
    try (Scope scope = Scope.inference()) {
      return MatMul.matMul(tensor(a, i, rows), tensor(b, j, columns), false, true).toFloats();
    }
  }

  private static Tensor tensor(Features features, int from, int rows) {
    int width = features.width();
    float[] values = Arrays.copyOfRange(features.values(), from * width, (from + rows) * width);
    return Tensor.of(Shape.of(rows, width), values);
  }
}
