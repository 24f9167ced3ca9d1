package ganengine.kernels.cpu;

import static ganengine.kernels.cpu.VectorConstant.all;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adds up a tile of a matrix over its rows: four vectors of columns side by side, two or one, with
 * their sums in registers. They are added to what lies in an array already.
 */
final class VectorColumnSums {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int L = SPECIES.length();

  private VectorColumnSums() {}

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }

  /** Adds to the array. */
  private static void add(FloatVector sum, float[] c, int at) {
    load(c, at).add(sum).intoArray(c, at);
  }

  /** Numbers of g, times {@code leak} where the gate is not above 0. */
  static FloatVector gated(float leak, float[] gate, int atGate, float[] g, int atG) {
    FloatVector gradient = load(g, atG);
    return gradient.mul(all(leak)).blend(gradient, load(gate, atGate).compare(GT, all(0)));
  }

  static void sumFour(int rows, int columns, float[] x, int at, float[] sums, int i) {
    FloatVector s0 = all(0);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    for (int r = 0; r < rows; r++) {
      int from = at + r * columns;
      s0 = s0.add(load(x, from));
      s1 = s1.add(load(x, from + L));
      s2 = s2.add(load(x, from + 2 * L));
      s3 = s3.add(load(x, from + 3 * L));
    }
    add(s0, sums, i);
    add(s1, sums, i + L);
    add(s2, sums, i + 2 * L);
    add(s3, sums, i + 3 * L);
  }

  static void sumOne(int rows, int columns, float[] x, int at, float[] sums, int i) {
    FloatVector s = all(0);
    for (int r = 0; r < rows; r++) {
      s = s.add(load(x, at + r * columns));
    }
    add(s, sums, i);
  }

  static void deviationsFour(int rows, int columns, float[] x, int at, float[] c, int i) {
    FloatVector centre0 = load(c, i);
    FloatVector centre1 = load(c, i + L);
    FloatVector centre2 = load(c, i + 2 * L);
    FloatVector centre3 = load(c, i + 3 * L);
    FloatVector s0 = all(0);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector q0 = s0;
    FloatVector q1 = s0;
    FloatVector q2 = s0;
    FloatVector q3 = s0;
    for (int r = 0; r < rows; r++) {
      int from = at + r * columns;
      FloatVector d0 = load(x, from).sub(centre0);
      s0 = s0.add(d0);
      q0 = d0.fma(d0, q0);
      FloatVector d1 = load(x, from + L).sub(centre1);
      s1 = s1.add(d1);
      q1 = d1.fma(d1, q1);
      FloatVector d2 = load(x, from + 2 * L).sub(centre2);
      s2 = s2.add(d2);
      q2 = d2.fma(d2, q2);
      FloatVector d3 = load(x, from + 3 * L).sub(centre3);
      s3 = s3.add(d3);
      q3 = d3.fma(d3, q3);
    }
    int sums = columns + i;
    add(s0, c, sums);
    add(s1, c, sums + L);
    add(s2, c, sums + 2 * L);
    add(s3, c, sums + 3 * L);
    int squares = 2 * columns + i;
    add(q0, c, squares);
    add(q1, c, squares + L);
    add(q2, c, squares + 2 * L);
    add(q3, c, squares + 3 * L);
  }

  static void deviationsOne(int rows, int columns, float[] x, int at, float[] c, int i) {
    FloatVector centre = load(c, i);
    FloatVector s = all(0);
    FloatVector q = s;
    for (int r = 0; r < rows; r++) {
      FloatVector d = load(x, at + r * columns).sub(centre);
      s = s.add(d);
      q = d.fma(d, q);
    }
    add(s, c, columns + i);
    add(q, c, 2 * columns + i);
  }

  /**
   * Two vectors side by side: of four the compiler makes objects, in some processes of each row's.
   */
  static void productsTwo(
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
      int i) {
    FloatVector centre0 = load(c, i);
    FloatVector centre1 = load(c, i + L);
    FloatVector s0 = all(0);
    FloatVector s1 = all(0);
    FloatVector p0 = all(0);
    FloatVector p1 = all(0);
    for (int r = 0; r < rows; r++) {
      int row = r * columns;
      FloatVector g0 = gated(leak, gate, atGate + row, g, atG + row);
      s0 = s0.add(g0);
      p0 = load(x, atX + row).sub(centre0).fma(g0, p0);
      FloatVector g1 = gated(leak, gate, atGate + row + L, g, atG + row + L);
      s1 = s1.add(g1);
      p1 = load(x, atX + row + L).sub(centre1).fma(g1, p1);
    }
    int sums = columns + i;
    add(s0, c, sums);
    add(s1, c, sums + L);
    int products = 2 * columns + i;
    add(p0, c, products);
    add(p1, c, products + L);
  }

  static void productsOne(
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
      int i) {
    FloatVector centre = load(c, i);
    FloatVector s = all(0);
    FloatVector p = s;
    for (int r = 0; r < rows; r++) {
      int row = r * columns;
      FloatVector gradient = gated(leak, gate, atGate + row, g, atG + row);
      s = s.add(gradient);
      p = load(x, atX + row).sub(centre).fma(gradient, p);
    }
    add(s, c, columns + i);
    add(p, c, 2 * columns + i);
  }
}
