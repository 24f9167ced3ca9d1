package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.Dims;
import ganengine.kernels.StridedCopy;

/**
 * Repeats axes of size 1, and missing leading ones, to the sizes of {@code shape}. The adjoint of
 * {@link Sum}.
 *
 * @param shape of the output
 */
public record BroadcastTo(Shape shape) implements Op {
  /** x repeated to this shape; x itself if it has it already. */
  public static Tensor broadcastTo(Tensor x, Shape shape) {
    return x.shape().equals(shape) ? x : new BroadcastTo(shape).apply(x);
  }

  @Override
  public String name() {
    return "broadcast_to";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape from = inputs[0].shape();
    int missing = shape.rank() - from.rank();
    boolean fits = missing >= 0;
    for (int axis = 0; fits && axis < from.rank(); axis++) {
      fits = from.size(axis) == 1 || from.size(axis) == shape.size(axis + missing);
    }
    if (!fits) {
      throw ShapeRule.error(
          name(),
          "input %s to %s".formatted(from, shape),
          "aligned at the last axis, each axis must be equal or 1 in the input",
          "reshape the input first");
    }
    return new Shape[] {shape};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    Shape from = inputs[0].shape();
    int missing = shape.rank() - from.rank();
    int[] fromStrides = Dims.of(from.toArray()).rowMajorStrides().toArray();
    int[] repeated = new int[shape.rank()];
    for (int axis = 0; axis < from.rank(); axis++) {
      repeated[axis + missing] = from.size(axis) == 1 ? 0 : fromStrides[axis];
    }
    int[] toStrides = Dims.of(shape.toArray()).rowMajorStrides().toArray();
    StridedCopy copy = StridedCopy.of(shape.toArray(), repeated, 0, toStrides, 0);
    device.layout().copy(copy, inputs[0].buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {Sum.to(gradOutputs[0], inputs[0].shape())};
  }
}
