package ganengine.kernels.cpu;

import static ganengine.kernels.cpu.VectorConstant.all;
import static jdk.incubator.vector.VectorOperators.GT;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adds up rows of a matrix, four at a time and along the memory, over the columns below {@code
 * whole}, a multiple of the lanes. The sums stay in an array, which the cache holds.
 */
final class VectorColumnSums {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  private VectorColumnSums() {}

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }

  /** Numbers of g, times {@code leak} where the gate is not above 0. */
  static FloatVector gated(float leak, float[] gate, int atGate, float[] g, int atG) {
    FloatVector gradient = load(g, atG);
    return gradient.mul(all(leak)).blend(gradient, load(gate, atGate).compare(GT, all(0)));
  }

  static void sums(int rows, int columns, int whole, float[] x, int at, float[] sums) {
    Arrays.fill(sums, 0, whole, 0);
    int r = 0;
    for (; r <= rows - 4; r += 4) {
      addFour(columns, whole, x, at + r * columns, sums);
    }
    for (; r < rows; r++) {
      for (int i = 0; i < whole; i += LANES) {
        load(sums, i).add(load(x, at + r * columns + i)).intoArray(sums, i);
      }
    }
  }

  private static void addFour(int columns, int whole, float[] x, int at, float[] sums) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector upper = load(x, at + i).add(load(x, at + columns + i));
      FloatVector lower = load(x, at + 2 * columns + i).add(load(x, at + 3 * columns + i));
      load(sums, i).add(upper.add(lower)).intoArray(sums, i);
    }
  }

  static void deviations(int rows, int columns, int whole, float[] x, int at, float[] c) {
    Arrays.fill(c, columns, 3 * columns, 0);
    int r = 0;
    for (; r <= rows - 4; r += 4) {
      addFourDeviations(columns, whole, x, at + r * columns, c);
    }
    for (; r < rows; r++) {
      for (int i = 0; i < whole; i += LANES) {
        FloatVector d = load(x, at + r * columns + i).sub(load(c, i));
        load(c, columns + i).add(d).intoArray(c, columns + i);
        d.fma(d, load(c, 2 * columns + i)).intoArray(c, 2 * columns + i);
      }
    }
  }

  private static void addFourDeviations(int columns, int whole, float[] x, int at, float[] c) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector centre = load(c, i);
      FloatVector d0 = load(x, at + i).sub(centre);
      FloatVector d1 = load(x, at + columns + i).sub(centre);
      FloatVector d2 = load(x, at + 2 * columns + i).sub(centre);
      FloatVector d3 = load(x, at + 3 * columns + i).sub(centre);
      FloatVector sum = d0.add(d1).add(d2.add(d3));
      load(c, columns + i).add(sum).intoArray(c, columns + i);
      FloatVector squares = d1.fma(d1, d0.mul(d0)).add(d3.fma(d3, d2.mul(d2)));
      load(c, 2 * columns + i).add(squares).intoArray(c, 2 * columns + i);
    }
  }

  static void products(
      int rows,
      int columns,
      int whole,
      float leak,
      float[] gate,
      int atGate,
      float[] g,
      int atG,
      float[] x,
      int atX,
      float[] c) {
    Arrays.fill(c, columns, 3 * columns, 0);
    int r = 0;
    for (; r <= rows - 4; r += 4) {
      int at = r * columns;
      addFourProducts(columns, whole, leak, gate, atGate + at, g, atG + at, x, atX + at, c);
    }
    for (; r < rows; r++) {
      for (int i = 0; i < whole; i += LANES) {
        int at = r * columns + i;
        FloatVector gradient = gated(leak, gate, atGate + at, g, atG + at);
        FloatVector d = load(x, atX + at).sub(load(c, i));
        load(c, columns + i).add(gradient).intoArray(c, columns + i);
        gradient.fma(d, load(c, 2 * columns + i)).intoArray(c, 2 * columns + i);
      }
    }
  }

  private static void addFourProducts(
      int columns,
      int whole,
      float leak,
      float[] gate,
      int atGate,
      float[] g,
      int atG,
      float[] x,
      int atX,
      float[] c) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector centre = load(c, i);
      FloatVector g0 = gated(leak, gate, atGate + i, g, atG + i);
      FloatVector g1 = gated(leak, gate, atGate + columns + i, g, atG + columns + i);
      FloatVector g2 = gated(leak, gate, atGate + 2 * columns + i, g, atG + 2 * columns + i);
      FloatVector g3 = gated(leak, gate, atGate + 3 * columns + i, g, atG + 3 * columns + i);
      FloatVector d0 = load(x, atX + i).sub(centre);
      FloatVector d1 = load(x, atX + columns + i).sub(centre);
      FloatVector d2 = load(x, atX + 2 * columns + i).sub(centre);
      FloatVector d3 = load(x, atX + 3 * columns + i).sub(centre);
      FloatVector sum = g0.add(g1).add(g2.add(g3));
      load(c, columns + i).add(sum).intoArray(c, columns + i);
      FloatVector products = g1.fma(d1, g0.mul(d0)).add(g3.fma(d3, g2.mul(d2)));
      load(c, 2 * columns + i).add(products).intoArray(c, 2 * columns + i);
    }
  }
}
