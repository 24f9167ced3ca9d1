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
    throw new UnsupportedOperationException();
  }
}
