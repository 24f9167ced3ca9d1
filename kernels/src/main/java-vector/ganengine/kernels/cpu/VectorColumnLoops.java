package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Column loops a vector of columns at a time. Sums keep a few vectors of columns in registers and
 * run down the rows. Where the columns are no multiple of the lanes the last vector overlaps the
 * one before and writes the same results again; fewer columns than lanes are left to scalar code.
 */
final class VectorColumnLoops implements ColumnLoops {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  private final ColumnLoops scalar = new ScalarColumnLoops();

  @Override
  public void sums(int rows, int columns, float[] x, int atX, float[] sums) {
    if (columns < LANES) {
      scalar.sums(rows, columns, x, atX, sums);
      return;
    }
    int i = 0;
    for (; i <= columns - 4 * LANES; i += 4 * LANES) {
      VectorColumnSums.fourSums(rows, columns, x, atX + i, sums, i);
    }
    for (; i < columns; i += LANES) {
      int column = Math.min(i, columns - LANES);
      VectorColumnSums.sum(rows, columns, x, atX + column, sums, column);
    }
  }

  @Override
  public void deviations(int rows, int columns, float[] x, int atX, float[] c) {
    if (columns < LANES) {
      scalar.deviations(rows, columns, x, atX, c);
      return;
    }
    int i = 0;
    for (; i <= columns - 2 * LANES; i += 2 * LANES) {
      VectorColumnSums.twoDeviations(rows, columns, x, atX + i, c, i);
    }
    for (; i < columns; i += LANES) {
      int column = Math.min(i, columns - LANES);
      VectorColumnSums.deviations(rows, columns, x, atX + column, c, column);
    }
  }

  @Override
  public void products(int rows, int columns, float[] g, int atG, float[] x, int atX, float[] c) {
    if (columns < LANES) {
      scalar.products(rows, columns, g, atG, x, atX, c);
      return;
    }
    int i = 0;
    for (; i <= columns - 2 * LANES; i += 2 * LANES) {
      VectorColumnSums.twoProducts(rows, columns, g, atG + i, x, atX + i, c, i);
    }
    for (; i < columns; i += LANES) {
      int column = Math.min(i, columns - LANES);
      VectorColumnSums.products(rows, columns, g, atG + column, x, atX + column, c, column);
    }
  }

  @Override
  public void scale(int rows, int columns, float[] x, int atX, float[] c, float[] y, int atY) {
    if (columns < LANES) {
      scalar.scale(rows, columns, x, atX, c, y, atY);
      return;
    }
    for (int r = 0; r < rows; r++) {
      int at = r * columns;
      for (int i = 0; i <= columns - LANES; i += LANES) {
        scaleVector(columns, x, atX + at, c, y, atY + at, i);
      }
      if (columns % LANES != 0) {
        scaleVector(columns, x, atX + at, c, y, atY + at, columns - LANES);
      }
    }
  }

  private static void scaleVector(
      int columns, float[] x, int atX, float[] c, float[] y, int atY, int i) {
    FloatVector centre = FloatVector.fromArray(SPECIES, c, i);
    FloatVector scale = FloatVector.fromArray(SPECIES, c, columns + i);
    FloatVector shift = FloatVector.fromArray(SPECIES, c, 2 * columns + i);
    FloatVector.fromArray(SPECIES, x, atX + i).sub(centre).fma(scale, shift).intoArray(y, atY + i);
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
    if (columns < LANES) {
      scalar.combine(rows, columns, g, atG, x, atX, c, out, atOut);
      return;
    }
    for (int r = 0; r < rows; r++) {
      int at = r * columns;
      for (int i = 0; i <= columns - LANES; i += LANES) {
        combineVector(columns, g, atG + at, x, atX + at, c, out, atOut + at, i);
      }
      if (columns % LANES != 0) {
        combineVector(columns, g, atG + at, x, atX + at, c, out, atOut + at, columns - LANES);
      }
    }
  }

  private static void combineVector(
      int columns,
      float[] g,
      int atG,
      float[] x,
      int atX,
      float[] c,
      float[] out,
      int atOut,
      int i) {
    FloatVector centre = FloatVector.fromArray(SPECIES, c, i);
    FloatVector scale = FloatVector.fromArray(SPECIES, c, columns + i);
    FloatVector slope = FloatVector.fromArray(SPECIES, c, 2 * columns + i);
    FloatVector shift = FloatVector.fromArray(SPECIES, c, 3 * columns + i);
    FloatVector deviation = FloatVector.fromArray(SPECIES, x, atX + i).sub(centre);
    FloatVector.fromArray(SPECIES, g, atG + i)
        .fma(scale, deviation.fma(slope, shift))
        .intoArray(out, atOut + i);
  }
}
