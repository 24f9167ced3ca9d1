package ganengine.kernels.cpu;

import java.util.Arrays;

/**
 * Column loops one number at a time: over all columns, or over those from {@code first} on that are
 * left when others were worked on as vectors.
 */
final class ScalarColumnLoops implements ColumnLoops {
  /** Rows whose sums are added up by themselves, so that float sums have few terms. */
  private static final int TILE_ROWS = 16;

  @Override
  public void sums(int rows, int columns, float[] x, int atX, float[] sums) {
    sums(0, rows, columns, x, atX, sums);
  }

  static void sums(int first, int rows, int columns, float[] x, int atX, float[] sums) {
    Arrays.fill(sums, first, columns, 0);
    for (int row = 0; row < rows; row += TILE_ROWS) {
      int end = Math.min(rows, row + TILE_ROWS);
      for (int i = first; i < columns; i++) {
        float sum = 0;
        for (int r = row; r < end; r++) {
          sum += x[atX + r * columns + i];
        }
        sums[i] += sum;
      }
    }
  }

  @Override
  public void deviations(int rows, int columns, float[] x, int atX, float[] c) {
    deviations(0, rows, columns, x, atX, c);
  }

  static void deviations(int first, int rows, int columns, float[] x, int atX, float[] c) {
    Arrays.fill(c, columns + first, 2 * columns, 0);
    Arrays.fill(c, 2 * columns + first, 3 * columns, 0);
    for (int row = 0; row < rows; row += TILE_ROWS) {
      int end = Math.min(rows, row + TILE_ROWS);
      for (int i = first; i < columns; i++) {
        float sum = 0;
        float squares = 0;
        for (int r = row; r < end; r++) {
          float deviation = x[atX + r * columns + i] - c[i];
          sum += deviation;
          squares += deviation * deviation;
        }
        c[columns + i] += sum;
        c[2 * columns + i] += squares;
      }
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
    products(0, rows, columns, leak, gate, atGate, g, atG, x, atX, c);
  }

  static void products(
      int first,
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
    Arrays.fill(c, columns + first, 2 * columns, 0);
    Arrays.fill(c, 2 * columns + first, 3 * columns, 0);
    for (int row = 0; row < rows; row += TILE_ROWS) {
      int end = Math.min(rows, row + TILE_ROWS);
      for (int i = first; i < columns; i++) {
        float sum = 0;
        float products = 0;
        for (int r = row; r < end; r++) {
          int at = r * columns + i;
          float gradient = gated(leak, gate[atGate + at], g[atG + at]);
          sum += gradient;
          products += gradient * (x[atX + at] - c[i]);
        }
        c[columns + i] += sum;
        c[2 * columns + i] += products;
      }
    }
  }

  @Override
  public void scale(
      int rows, int columns, float leak, float[] x, int atX, float[] c, float[] y, int atY) {
    scale(0, rows, columns, leak, x, atX, c, y, atY);
  }

  static void scale(
      int first,
      int rows,
      int columns,
      float leak,
      float[] x,
      int atX,
      float[] c,
      float[] y,
      int atY) {
    for (int r = 0; r < rows; r++) {
      for (int i = first; i < columns; i++) {
        float deviation = x[atX + r * columns + i] - c[i];
        float v = deviation * c[columns + i] + c[2 * columns + i];
        y[atY + r * columns + i] = v > 0 ? v : leak * v;
      }
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
    combine(0, rows, columns, leak, gate, atGate, g, atG, x, atX, c, out, atOut);
  }

  static void combine(
      int first,
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
    for (int r = 0; r < rows; r++) {
      for (int i = first; i < columns; i++) {
        out[atOut + r * columns + i] =
            gated(leak, gate[atGate + r * columns + i], g[atG + r * columns + i]) * c[columns + i]
                + (x[atX + r * columns + i] - c[i]) * c[2 * columns + i]
                + c[3 * columns + i];
      }
    }
  }

  private static float gated(float leak, float gate, float g) {
    return gate > 0 ? g : leak * g;
  }
}
