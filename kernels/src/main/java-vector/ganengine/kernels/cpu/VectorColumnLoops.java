package ganengine.kernels.cpu;

import static ganengine.kernels.cpu.VectorConstant.all;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Column loops a vector of columns at a time; columns that don't fill a vector are scalar. */
final class VectorColumnLoops implements ColumnLoops {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  private static int whole(int columns) {
    return columns - columns % LANES;
  }

  @Override
  public void sums(int rows, int columns, float[] x, int atX, float[] sums) {
    int whole = whole(columns);
    VectorColumnSums.sums(rows, columns, whole, x, atX, sums);
    if (whole < columns) {
      ScalarColumnLoops.sums(whole, rows, columns, x, atX, sums);
    }
  }

  @Override
  public void deviations(int rows, int columns, float[] x, int atX, float[] c) {
    int whole = whole(columns);
    VectorColumnSums.deviations(rows, columns, whole, x, atX, c);
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
    int whole = whole(columns);
    VectorColumnSums.products(rows, columns, whole, leak, gate, atGate, g, atG, x, atX, c);
    if (whole < columns) {
      ScalarColumnLoops.products(whole, rows, columns, leak, gate, atGate, g, atG, x, atX, c);
    }
  }

  @Override
  public void scale(
      int rows, int columns, float leak, float[] x, int atX, float[] c, float[] y, int atY) {
    int whole = whole(columns);
    for (int r = 0; r < rows; r++) {
      scaleRow(columns, whole, leak, x, atX + r * columns, c, y, atY + r * columns);
    }
    if (whole < columns) {
      ScalarColumnLoops.scale(whole, rows, columns, leak, x, atX, c, y, atY);
    }
  }

  private static void scaleRow(
      int columns, int whole, float leak, float[] x, int atX, float[] c, float[] y, int atY) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector centre = FloatVector.fromArray(SPECIES, c, i);
      FloatVector scale = FloatVector.fromArray(SPECIES, c, columns + i);
      FloatVector shift = FloatVector.fromArray(SPECIES, c, 2 * columns + i);
      FloatVector v = FloatVector.fromArray(SPECIES, x, atX + i).sub(centre).fma(scale, shift);
      v.mul(all(leak)).blend(v, v.compare(GT, all(0))).intoArray(y, atY + i);
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
      combineRow(
          columns, whole, leak, gate, atGate + at, g, atG + at, x, atX + at, c, out, atOut + at);
    }
    if (whole < columns) {
      ScalarColumnLoops.combine(
          whole, rows, columns, leak, gate, atGate, g, atG, x, atX, c, out, atOut);
    }
  }

  private static void combineRow(
      int columns,
      int whole,
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
    for (int i = 0; i < whole; i += LANES) {
      FloatVector centre = FloatVector.fromArray(SPECIES, c, i);
      FloatVector scale = FloatVector.fromArray(SPECIES, c, columns + i);
      FloatVector slope = FloatVector.fromArray(SPECIES, c, 2 * columns + i);
      FloatVector shift = FloatVector.fromArray(SPECIES, c, 3 * columns + i);
      FloatVector deviation = FloatVector.fromArray(SPECIES, x, atX + i).sub(centre);
      VectorColumnSums.gated(leak, gate, atGate + i, g, atG + i)
          .fma(scale, deviation.fma(slope, shift))
          .intoArray(out, atOut + i);
    }
  }
}
