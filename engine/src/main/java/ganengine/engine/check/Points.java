package ganengine.engine.check;

import ganengine.engine.tensor.Shape;
import java.util.List;
import java.util.Random;

/**
 * Arithmetic on points: one array for each input and output of a case. A direction may be shorter,
 * inputs only: along the rest it is 0.
 */
final class Points {
  /** Not near 0, where everything a single output says would drown in rounding. */
  private static final Domain WEIGHTS = Domain.between(-1, 1).awayFrom(0, 0.25);

  private Points() {}

  /** A random point: inputs from their domains, output weights between 0.25 and 1 in size. */
  static double[][] sample(OpCase line, List<Shape> shapes, Random random) {
    double[][] point = new double[shapes.size()][];
    for (int i = 0; i < point.length; i++) {
      Domain domain = i < line.inputs().size() ? line.inputs().get(i).domain() : WEIGHTS;
      point[i] = domain.sample(random, shapes.get(i).elements());
    }
    return point;
  }

  /** A random direction of length 1 over all arrays. */
  static double[][] direction(List<Shape> shapes, Random random) {
    double[][] direction = new double[shapes.size()][];
    double square = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = new double[shapes.get(i).elements()];
      for (int j = 0; j < direction[i].length; j++) {
        direction[i][j] = random.nextGaussian();
        square += direction[i][j] * direction[i][j];
      }
    }
    return move(zeros(direction), 1 / Math.sqrt(square), direction);
  }

  /** from + step * direction. */
  static double[][] move(double[][] from, double step, double[][] direction) {
    double[][] moved = new double[from.length][];
    for (int i = 0; i < from.length; i++) {
      moved[i] = from[i].clone();
      for (int j = 0; i < direction.length && j < from[i].length; j++) {
        moved[i][j] += step * direction[i][j];
      }
    }
    return moved;
  }

  /** A point of the same arrays, all 0. */
  static double[][] zeros(double[][] like) {
    double[][] zeros = new double[like.length][];
    for (int i = 0; i < like.length; i++) {
      zeros[i] = new double[like[i].length];
    }
    return zeros;
  }

  /** The inner product over all arrays. */
  static double dot(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum += a[i][j] * b[i][j];
      }
    }
    return sum;
  }

  /** The sum of the inner product's terms without their signs: what rounding is relative to. */
  static double absoluteDot(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum += Math.abs(a[i][j] * b[i][j]);
      }
    }
    return sum;
  }
}
