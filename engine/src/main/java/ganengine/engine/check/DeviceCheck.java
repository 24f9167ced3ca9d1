package ganengine.engine.check;

import ganengine.kernels.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Compares a float device with the double one: values, gradients and second derivatives of the same
 * lines at the same points. Inputs are rounded to float first, so that both see the same numbers.
 */
final class DeviceCheck {
  /** Rounding of one float operation, times a few operations that follow each other. */
  private static final double UNIT = 16 * 0x1p-24;

  private final OpCase line;
  private final Device device;
  private final Functional judge;
  private final Functional judged;
  private final Device reference;
  private final long seed;

  DeviceCheck(OpCase line, Device device, Device reference, long seed) {
    this.line = line;
    this.device = device;
    this.reference = reference;
    this.judge = new Functional(line, reference);
    this.judged = new Functional(line, device);
    this.seed = seed;
  }

  /** All comparisons of the case. */
  List<CheckResult> run() {
    Random random = new Random(seed * 31 + line.toString().hashCode());
    double[][] point = rounded(Kinks.samplePoint(line, judge, reference, random));
    double[][] w = rounded(Points.direction(judge.shapes(), random));
    return List.of(
        result("values", judged.outputs(point), judge.outputs(point)),
        result("gradients", judged.gradient(point), judge.gradient(point)),
        result(
            "second derivatives", judged.slopeGradient(point, w), judge.slopeGradient(point, w)));
  }

  /**
   * Errors relative to the largest element of each array, or to a tenth of the largest of all: an
   * array that is small because its terms cancel has their rounding. The tolerance grows as
   * rounding does, with the root of the longest sum that the case can hold.
   */
  private CheckResult result(String check, double[][] found, double[][] expected) {
    double floor = Math.max(largest(Arrays.stream(expected)) / 10, 1e-3);
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      double scale = Math.max(largest(Stream.of(expected[i])), floor);
      for (int j = 0; j < expected[i].length; j++) {
        worst = Math.max(worst, Math.abs(found[i][j] - expected[i][j]) / scale);
      }
    }
    int longest = judge.shapes().stream().mapToInt(shape -> shape.elements()).max().orElse(1);
    double tolerance = UNIT * Math.sqrt(longest);
    return new CheckResult(device.name(), line.op(), line.name(), check, worst, tolerance, seed);
  }

  private static double largest(Stream<double[]> arrays) {
    return arrays.flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  private static double[][] rounded(double[][] point) {
    double[][] rounded = new double[point.length][];
    for (int i = 0; i < point.length; i++) {
      rounded[i] = Arrays.stream(point[i]).map(x -> (float) x).toArray();
    }
    return rounded;
  }
}
