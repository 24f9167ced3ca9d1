package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums down the rows of one, two or four vectors of columns, the first of which is column i.
 * Several at once hide the latency of the additions and read whole cache lines.
 */
final class VectorColumnSums {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  private VectorColumnSums() {}

  static void sum(int rows, int columns, float[] x, int at, float[] sums, int i) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int r = 0; r < rows; r++) {
      sum = sum.add(FloatVector.fromArray(SPECIES, x, at + r * columns));
    }
    sum.intoArray(sums, i);
  }

  static void fourSums(int rows, int columns, float[] x, int at, float[] sums, int i) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    for (int r = 0; r < rows; r++) {
      int row = at + r * columns;
      sum0 = sum0.add(FloatVector.fromArray(SPECIES, x, row));
      sum1 = sum1.add(FloatVector.fromArray(SPECIES, x, row + LANES));
      sum2 = sum2.add(FloatVector.fromArray(SPECIES, x, row + 2 * LANES));
      sum3 = sum3.add(FloatVector.fromArray(SPECIES, x, row + 3 * LANES));
    }
    sum0.intoArray(sums, i);
    sum1.intoArray(sums, i + LANES);
    sum2.intoArray(sums, i + 2 * LANES);
    sum3.intoArray(sums, i + 3 * LANES);
  }

  static void deviations(int rows, int columns, float[] x, int at, float[] c, int i) {
    FloatVector centre = FloatVector.fromArray(SPECIES, c, i);
    FloatVector sum = FloatVector.zero(SPECIES);
    FloatVector squares = sum;
    for (int r = 0; r < rows; r++) {
      FloatVector deviation = FloatVector.fromArray(SPECIES, x, at + r * columns).sub(centre);
      sum = sum.add(deviation);
      squares = deviation.fma(deviation, squares);
    }
    sum.intoArray(c, columns + i);
    squares.intoArray(c, 2 * columns + i);
  }

  static void twoDeviations(int rows, int columns, float[] x, int at, float[] c, int i) {
    FloatVector centre0 = FloatVector.fromArray(SPECIES, c, i);
    FloatVector centre1 = FloatVector.fromArray(SPECIES, c, i + LANES);
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector squares0 = sum0;
    FloatVector squares1 = sum0;
    for (int r = 0; r < rows; r++) {
      int row = at + r * columns;
      FloatVector deviation0 = FloatVector.fromArray(SPECIES, x, row).sub(centre0);
      FloatVector deviation1 = FloatVector.fromArray(SPECIES, x, row + LANES).sub(centre1);
      sum0 = sum0.add(deviation0);
      sum1 = sum1.add(deviation1);
      squares0 = deviation0.fma(deviation0, squares0);
      squares1 = deviation1.fma(deviation1, squares1);
    }
    sum0.intoArray(c, columns + i);
    sum1.intoArray(c, columns + i + LANES);
    squares0.intoArray(c, 2 * columns + i);
    squares1.intoArray(c, 2 * columns + i + LANES);
  }

  static void products(
      int rows, int columns, float[] g, int atG, float[] x, int atX, float[] c, int i) {
    FloatVector centre = FloatVector.fromArray(SPECIES, c, i);
    FloatVector sum = FloatVector.zero(SPECIES);
    FloatVector products = sum;
    for (int r = 0; r < rows; r++) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, g, atG + r * columns);
      FloatVector deviation = FloatVector.fromArray(SPECIES, x, atX + r * columns).sub(centre);
      sum = sum.add(gradient);
      products = gradient.fma(deviation, products);
    }
    sum.intoArray(c, columns + i);
    products.intoArray(c, 2 * columns + i);
  }

  static void twoProducts(
      int rows, int columns, float[] g, int atG, float[] x, int atX, float[] c, int i) {
    FloatVector centre0 = FloatVector.fromArray(SPECIES, c, i);
    FloatVector centre1 = FloatVector.fromArray(SPECIES, c, i + LANES);
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector products0 = sum0;
    FloatVector products1 = sum0;
    for (int r = 0; r < rows; r++) {
      int rowG = atG + r * columns;
      int rowX = atX + r * columns;
      FloatVector gradient0 = FloatVector.fromArray(SPECIES, g, rowG);
      FloatVector gradient1 = FloatVector.fromArray(SPECIES, g, rowG + LANES);
      sum0 = sum0.add(gradient0);
      sum1 = sum1.add(gradient1);
      products0 = gradient0.fma(FloatVector.fromArray(SPECIES, x, rowX).sub(centre0), products0);
      products1 =
          gradient1.fma(FloatVector.fromArray(SPECIES, x, rowX + LANES).sub(centre1), products1);
    }
    sum0.intoArray(c, columns + i);
    sum1.intoArray(c, columns + i + LANES);
    products0.intoArray(c, 2 * columns + i);
    products1.intoArray(c, 2 * columns + i + LANES);
  }
}
