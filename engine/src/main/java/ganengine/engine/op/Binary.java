package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Device;
import java.util.Arrays;

/**
 * An elementwise function of two tensors. Shapes are aligned at their last axes; an axis of size 1,
 * or a missing one, is repeated to the other's size (NumPy's broadcasting).
 *
 * @param function which; p is its constant
 */
public record Binary(BinaryFunction function, double p) implements Op {
  /** a + b. */
  public static Tensor add(Tensor a, Tensor b) {
    return new Binary(BinaryFunction.ADD, 0).apply(a, b);
  }

  /** a - b. */
  public static Tensor subtract(Tensor a, Tensor b) {
    return new Binary(BinaryFunction.SUBTRACT, 0).apply(a, b);
  }

  /** a * b, element by element. */
  public static Tensor multiply(Tensor a, Tensor b) {
    return new Binary(BinaryFunction.MULTIPLY, 0).apply(a, b);
  }

  /** a / b. */
  public static Tensor divide(Tensor a, Tensor b) {
    return new Binary(BinaryFunction.DIVIDE, 0).apply(a, b);
  }

  /** The larger of a and b, element by element; where they are equal the gradient goes to b. */
  public static Tensor maximum(Tensor a, Tensor b) {
    return new Binary(BinaryFunction.MAXIMUM, 0).apply(a, b);
  }

  @Override
  public String name() {
    return function.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape a = inputs[0].shape();
    Shape b = inputs[1].shape();
    int rank = Math.max(a.rank(), b.rank());
    int[] sizesA = padded(a, rank);
    int[] sizesB = padded(b, rank);
    int[] sizes = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      if (sizesA[axis] != sizesB[axis] && sizesA[axis] != 1 && sizesB[axis] != 1) {
        throw new ShapeException(
            "op %s: shapes %s and %s differ at axis %d from the end, %d against %d; each axis must be equal or 1; hint: reshape one operand"
                .formatted(name(), a, b, rank - axis, sizesA[axis], sizesB[axis]));
      }
      sizes[axis] = Math.max(sizesA[axis], sizesB[axis]);
    }
    return new Shape[] {Shape.of(sizes)};
  }

  private static int[] padded(Shape shape, int rank) {
    int[] sizes = new int[rank];
    Arrays.fill(sizes, 1);
    System.arraycopy(shape.toArray(), 0, sizes, rank - shape.rank(), shape.rank());
    return sizes;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    int rank = outputs[0].shape().rank();
    Broadcast broadcast =
        inputs[0].shape().equals(inputs[1].shape())
            ? Broadcast.same(inputs[0].shape().elements())
            : Broadcast.of(padded(inputs[0].shape(), rank), padded(inputs[1].shape(), rank));
    device
        .pointwise()
        .binary(
            function, p, broadcast, inputs[0].buffer(), inputs[1].buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor a = inputs[0];
    Tensor b = inputs[1];
    Tensor gradA = wanted[0] ? gradientA(gradOutputs[0], a, b) : null;
    Tensor gradB = wanted[1] ? gradientB(gradOutputs[0], a, b, outputs[0]) : null;
    return new Tensor[] {
      gradA == null ? null : Sum.to(gradA, a.shape()),
      gradB == null ? null : Sum.to(gradB, b.shape())
    };
  }

  /** By the first operand; the fused gradients are linear in it. */
  private Tensor gradientA(Tensor g, Tensor a, Tensor b) {
    return switch (function) {
      case ADD, SUBTRACT -> g;
      case MULTIPLY -> multiply(g, b);
      case DIVIDE -> divide(g, b);
      case MAXIMUM -> whereFirstIsLarger(g, a, b);
      case TANH_GRADIENT, SIGMOID_GRADIENT, SOFTPLUS_GRADIENT, LEAKY_RELU_GRADIENT -> apply(g, b);
    };
  }

  /** By the second operand; for the fused gradients this is the second derivative. */
  private Tensor gradientB(Tensor g, Tensor a, Tensor b, Tensor output) {
    return switch (function) {
      case ADD -> g;
      case SUBTRACT -> Unary.negate(g);
      case MULTIPLY -> multiply(g, a);
      case DIVIDE -> Unary.negate(divide(multiply(g, output), b));
      case MAXIMUM -> subtract(g, whereFirstIsLarger(g, a, b));
      // tanh'(x) = 1 - y^2, by y: -2 y
      case TANH_GRADIENT -> multiply(multiply(g, a), Unary.affine(b, -2, 0));
      // sigmoid'(x) = y (1 - y), by y: 1 - 2 y
      case SIGMOID_GRADIENT -> multiply(multiply(g, a), Unary.affine(b, -2, 1));
      case SOFTPLUS_GRADIENT ->
          new Binary(BinaryFunction.SIGMOID_GRADIENT, 0).apply(multiply(g, a), Unary.sigmoid(b));
      case LEAKY_RELU_GRADIENT -> null;
    };
  }

  private static Tensor whereFirstIsLarger(Tensor g, Tensor a, Tensor b) {
    return new Binary(BinaryFunction.LEAKY_RELU_GRADIENT, 0).apply(g, subtract(a, b));
  }
}
