package ganengine.kernels.cpu;

import static ganengine.kernels.cpu.VectorConstant.all;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Maps a tile of a matrix over its rows, four vectors of columns side by side or one, with the
 * columns' constants in registers; or a row at a time, where a number takes so many operands that
 * the compiler does worse with a tile.
 */
final class VectorColumnMaps {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int L = SPECIES.length();

  private VectorColumnMaps() {}

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }

  private static FloatVector rectified(float leak, FloatVector v) {
    VectorMask<Float> above = v.compare(GT, all(0));
    return v.mul(all(leak)).blend(v, above);
  }

  static void scaleFour(
      int rows, int columns, float leak, float[] x, int atX, float[] c, int i, float[] y, int atY) {
    FloatVector centre0 = load(c, i);
    FloatVector centre1 = load(c, i + L);
    FloatVector centre2 = load(c, i + 2 * L);
    FloatVector centre3 = load(c, i + 3 * L);
    int scales = columns + i;
    FloatVector scale0 = load(c, scales);
    FloatVector scale1 = load(c, scales + L);
    FloatVector scale2 = load(c, scales + 2 * L);
    FloatVector scale3 = load(c, scales + 3 * L);
    int shifts = 2 * columns + i;
    FloatVector shift0 = load(c, shifts);
    FloatVector shift1 = load(c, shifts + L);
    FloatVector shift2 = load(c, shifts + 2 * L);
    FloatVector shift3 = load(c, shifts + 3 * L);
    for (int r = 0; r < rows; r++) {
      int from = atX + r * columns;
      int to = atY + r * columns;
      FloatVector v0 = load(x, from).sub(centre0).fma(scale0, shift0);
      rectified(leak, v0).intoArray(y, to);
      FloatVector v1 = load(x, from + L).sub(centre1).fma(scale1, shift1);
      rectified(leak, v1).intoArray(y, to + L);
      FloatVector v2 = load(x, from + 2 * L).sub(centre2).fma(scale2, shift2);
      rectified(leak, v2).intoArray(y, to + 2 * L);
      FloatVector v3 = load(x, from + 3 * L).sub(centre3).fma(scale3, shift3);
      rectified(leak, v3).intoArray(y, to + 3 * L);
    }
  }

  static void scaleOne(
      int rows, int columns, float leak, float[] x, int atX, float[] c, int i, float[] y, int atY) {
    FloatVector centre = load(c, i);
    FloatVector scale = load(c, columns + i);
    FloatVector shift = load(c, 2 * columns + i);
    for (int r = 0; r < rows; r++) {
      FloatVector v = load(x, atX + r * columns).sub(centre).fma(scale, shift);
      rectified(leak, v).intoArray(y, atY + r * columns);
    }
  }

  /** One row of the columns below {@code whole}. */
  static void combineRow(
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
    for (int i = 0; i < whole; i += L) {
      FloatVector deviation = load(x, atX + i).sub(load(c, i));
      FloatVector v = deviation.fma(load(c, 2 * columns + i), load(c, 3 * columns + i));
      VectorColumnSums.gated(leak, gate, atGate + i, g, atG + i)
          .fma(load(c, columns + i), v)
          .intoArray(out, atOut + i);
    }
  }
}
