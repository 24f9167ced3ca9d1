package ganengine.engine.check;

import ganengine.kernels.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Compares gradients with central differences, on a double device.
 *
 * <ul>
 *   <li>order 1: the derivative of F along random directions; for tiny cases the full Jacobian;
 *   <li>order 2: the same for G, the first gradient along a random direction;
 *   <li>adjoint: &lt;A v, u&gt; = &lt;v, A' u&gt; for every input in which the function is linear.
 * </ul>
 *
 * Where a case is linear in each input, central differences are exact and the step is 1.
 */
final class GradientCheck {
  static final double SMOOTH_TOLERANCE = 1e-6;
  static final double EXACT_TOLERANCE = 1e-9;
  static final double ADJOINT_TOLERANCE = 1e-12;
  private static final double SMOOTH_STEP = 1e-5;
  private static final int DIRECTIONS = 4;

  /** Up to so many inputs plus outputs the full Jacobian is compared. */
  private static final int TINY = 64;

  /** Below this a derivative counts as this large: zero has no relative error. */
  private static final double FLOOR = 1e-8;

  private final OpCase line;
  private final Functional functional;
  private final Device device;
  private final long seed;
  private final double step;
  private final double tolerance;

  GradientCheck(OpCase line, Device device, long seed) {
    if (device.realBytes() != Double.BYTES) {
      throw new IllegalArgumentException(
          "finite differences need a double device, " + device.name() + " is float");
    }
    this.line = line;
    this.device = device;
    this.functional = new Functional(line, device);
    this.seed = seed;
    this.step = line.exact() ? 1 : SMOOTH_STEP;
    this.tolerance = line.exact() ? EXACT_TOLERANCE : SMOOTH_TOLERANCE;
  }

  /** All checks of the case. */
  List<CheckResult> run() {
    Random random = new Random(seed * 31 + line.toString().hashCode());
    double[][] point = Kinks.samplePoint(line, functional, device, random);
    List<CheckResult> results = new ArrayList<>();
    results.add(result("order 1", order1(point, random), tolerance));
    int inputs = 0;
    int outputs = 0;
    for (int i = 0; i < point.length; i++) {
      inputs += i < functional.inputs() ? point[i].length : 0;
      outputs += i < functional.inputs() ? 0 : point[i].length;
    }
    if (inputs + outputs <= TINY) {
      results.add(result("jacobian", jacobian(point), tolerance));
    }
    results.add(result("order 2", order2(point, random), tolerance));
    for (int i = 0; i < functional.inputs(); i++) {
      if (line.inputs().get(i).linear()) {
        results.add(result("adjoint " + (i + 1), adjoint(point, i, random), ADJOINT_TOLERANCE));
      }
    }
    return results;
  }

  private CheckResult result(String check, double error, double allowed) {
    return new CheckResult(device.name(), line.op(), line.name(), check, error, allowed, seed);
  }

  private double order1(double[][] point, Random random) {
    double[][] gradient = functional.gradient(point);
    double worst = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      // The output weights stay: along them too, a bilinear case would be trilinear.
      double[][] v = Points.direction(functional.inputShapes(), random);
      double difference =
          functional.value(Points.move(point, step, v))
              - functional.value(Points.move(point, -step, v));
      worst = Math.max(worst, error(difference / (2 * step), gradient, v));
    }
    return worst;
  }

  private double order2(double[][] point, Random random) {
    double worst = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      double[][] w = Points.direction(functional.shapes(), random);
      double[][] v = Points.direction(functional.shapes(), random);
      double difference =
          functional.slope(Points.move(point, step, v), w)
              - functional.slope(Points.move(point, -step, v), w);
      double[][] gradient = functional.slopeGradient(point, w);
      worst = Math.max(worst, error(difference / (2 * step), gradient, v));
    }
    return worst;
  }

  /** Relative to the terms that make up the derivative, not to what is left after they cancel. */
  private static double error(double numeric, double[][] gradient, double[][] v) {
    double analytic = Points.dot(gradient, v);
    double scale = Math.max(Math.abs(numeric), Points.absoluteDot(gradient, v));
    return Math.abs(numeric - analytic) / Math.max(scale, FLOOR);
  }

  /** Every output by every input; relative to the largest derivative. */
  private double jacobian(double[][] point) {
    double[][] position = point.clone();
    double worst = 0;
    double largest = FLOOR;
    for (int in = 0; in < functional.inputs(); in++) {
      for (int i = 0; i < point[in].length; i++) {
        double[][] ahead = functional.outputs(nudged(position, in, i, step));
        double[][] behind = functional.outputs(nudged(position, in, i, -step));
        for (int out = 0; out < ahead.length; out++) {
          for (int o = 0; o < ahead[out].length; o++) {
            double numeric = (ahead[out][o] - behind[out][o]) / (2 * step);
            double analytic = entry(point, out, o)[in][i];
            largest = Math.max(largest, Math.abs(numeric));
            worst = Math.max(worst, Math.abs(numeric - analytic));
          }
        }
      }
    }
    return worst / largest;
  }

  private double[][] entry(double[][] point, int out, int o) {
    double[][] picked = point.clone();
    for (int i = functional.inputs(); i < point.length; i++) {
      picked[i] = new double[point[i].length];
    }
    picked[functional.inputs() + out][o] = 1;
    return functional.gradient(picked);
  }

  private static double[][] nudged(double[][] point, int array, int index, double step) {
    double[][] nudged = point.clone();
    nudged[array] = point[array].clone();
    nudged[array][index] += step;
    return nudged;
  }

  private double adjoint(double[][] point, int input, Random random) {
    double[][] v = point.clone();
    v[input] = Domain.between(-1, 1).sample(random, point[input].length);
    double[][] zero = point.clone();
    zero[input] = new double[point[input].length];
    double[][] at = functional.outputs(v);
    double[][] constant = functional.outputs(zero);
    double[][] u = java.util.Arrays.copyOfRange(point, functional.inputs(), point.length);
    double left = Points.dot(Points.move(at, -1, constant), u);
    double[][] only = {functional.gradient(point)[input]};
    double[][] along = {v[input]};
    double right = Points.dot(only, along);
    double scale =
        Points.absoluteDot(at, u)
            + Points.absoluteDot(constant, u)
            + Points.absoluteDot(only, along);
    return Math.abs(left - right) / Math.max(scale, FLOOR);
  }
}
