package ganengine.engine.check;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.Binary;
import ganengine.engine.op.Sum;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import java.util.ArrayList;
import java.util.List;

/**
 * A case made into a scalar function of plain arrays, on one device: F(x, u) = sum over the outputs
 * of &lt;f(x), u&gt;. A point holds the inputs x, then one weight array u for each output; F is
 * differentiated by all of them.
 */
final class Functional {
  private final OpCase line;
  private final Device device;
  private final List<Shape> shapes = new ArrayList<>();

  Functional(OpCase line, Device device) {
    this.line = line;
    this.device = device;
    line.inputs().forEach(input -> shapes.add(input.shape()));
    try (Scope scope = Scope.open(device)) {
      Tensor[] zeros = new Tensor[line.inputs().size()];
      for (int i = 0; i < zeros.length; i++) {
        zeros[i] = Tensor.full(shapes.get(i), 1);
      }
      for (Tensor output : line.body().apply(zeros)) {
        shapes.add(output.shape());
      }
    }
  }

  /** Shapes of a point's arrays: inputs, then outputs. */
  List<Shape> shapes() {
    return shapes;
  }

  /** Shapes of the inputs only. */
  List<Shape> inputShapes() {
    return shapes.subList(0, inputs());
  }

  int inputs() {
    return line.inputs().size();
  }

  /** All outputs f(x). */
  double[][] outputs(double[][] point) {
    try (Scope scope = Scope.open(device)) {
      Tensor[] outputs = line.body().apply(first(leaves(point), inputs()));
      double[][] values = new double[outputs.length][];
      for (int i = 0; i < outputs.length; i++) {
        values[i] = outputs[i].toDoubles();
      }
      return values;
    }
  }

  /** F. */
  double value(double[][] point) {
    try (Scope scope = Scope.open(device)) {
      return scalar(leaves(point)).item();
    }
  }

  /** The gradient of F by every array of the point. */
  double[][] gradient(double[][] point) {
    try (Scope scope = Scope.open(device)) {
      Tensor[] leaves = leaves(point);
      return values(Gradients.of(scalar(leaves), List.of(leaves)), leaves);
    }
  }

  /** G = &lt;gradient of F by the inputs, w&gt;; w has a point's arrays. */
  double slope(double[][] point, double[][] w) {
    double[][] gradient = gradient(point);
    double sum = 0;
    for (int i = 0; i < inputs(); i++) {
      for (int j = 0; j < gradient[i].length; j++) {
        sum += gradient[i][j] * w[i][j];
      }
    }
    return sum;
  }

  /** The gradient of G by every array of the point: second derivatives of F. */
  double[][] slopeGradient(double[][] point, double[][] w) {
    try (Scope scope = Scope.open(device)) {
      Tensor[] leaves = leaves(point);
      Tensor[] x = first(leaves, inputs());
      Gradients gradients = Gradients.differentiable(scalar(leaves), List.of(x));
      Tensor slope = Tensor.scalar(0);
      for (int i = 0; i < x.length; i++) {
        Tensor weight = Tensor.of(shapes.get(i), w[i]);
        slope = Binary.add(slope, Sum.sum(Binary.multiply(gradients.get(x[i]), weight)));
      }
      return values(Gradients.of(slope, List.of(leaves)), leaves);
    }
  }

  private Tensor scalar(Tensor[] leaves) {
    Tensor[] outputs = line.body().apply(first(leaves, inputs()));
    Tensor sum = Tensor.scalar(0);
    for (int i = 0; i < outputs.length; i++) {
      sum = Binary.add(sum, Sum.sum(Binary.multiply(outputs[i], leaves[inputs() + i])));
    }
    return sum;
  }

  private Tensor[] leaves(double[][] point) {
    Tensor[] leaves = new Tensor[point.length];
    for (int i = 0; i < point.length; i++) {
      leaves[i] = Tensor.of(shapes.get(i), point[i]);
    }
    return leaves;
  }

  private static Tensor[] first(Tensor[] leaves, int count) {
    return java.util.Arrays.copyOf(leaves, count);
  }

  private static double[][] values(Gradients gradients, Tensor[] leaves) {
    double[][] values = new double[leaves.length][];
    for (int i = 0; i < leaves.length; i++) {
      values[i] = gradients.get(leaves[i]).toDoubles();
    }
    return values;
  }
}
