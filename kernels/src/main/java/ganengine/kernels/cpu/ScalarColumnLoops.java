package ganengine.kernels.cpu;

import java.util.Arrays;

/** Column loops one number at a time, along the rows as the memory runs. */
final class ScalarColumnLoops implements ColumnLoops {
  @Override
  public void sums(int rows, int columns, float[] x, int atX, float[] sums) {
    Arrays.fill(sums, 0, columns, 0);
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < columns; i++) {
        sums[i] += x[atX + r * columns + i];
      }
    }
  }

  @Override
  public void deviations(int rows, int columns, float[] x, int atX, float[] c) {
    Arrays.fill(c, columns, 3 * columns, 0);
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < columns; i++) {
        float deviation = x[atX + r * columns + i] - c[i];
        c[columns + i] += deviation;
        c[2 * columns + i] += deviation * deviation;
      }
    }
  }

  @Override
  public void scale(int rows, int columns, float[] x, int atX, float[] c, float[] y, int atY) {
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < columns; i++) {
        float deviation = x[atX + r * columns + i] - c[i];
        y[atY + r * columns + i] = deviation * c[columns + i] + c[2 * columns + i];
      }
    }
  }

  @Override
  public void products(int rows, int columns, float[] g, int atG, float[] x, int atX, float[] c) {
    Arrays.fill(c, columns, 3 * columns, 0);
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < columns; i++) {
        float gradient = g[atG + r * columns + i];
        c[columns + i] += gradient;
        c[2 * columns + i] += gradient * (x[atX + r * columns + i] - c[i]);
      }
    }
  }

  @Override
  public void combine(
      int rows,
      int columns,
      float[] g,
      int atG,
      float[] x,
      int atX,
      float[] c,
      float[] out,
      int atOut) {
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < columns; i++) {
        out[atOut + r * columns + i] =
            g[atG + r * columns + i] * c[columns + i]
                + (x[atX + r * columns + i] - c[i]) * c[2 * columns + i]
                + c[3 * columns + i];
      }
    }
  }
}
