package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.Dims;
import ganengine.kernels.StridedCopy;

/**
 * Cuts a box out of a tensor. The adjoint of {@link Pad}.
 *
 * @param starts where it begins on each axis
 * @param shape of the box
 */
public record Slice(Dims starts, Shape shape) implements Op {
  /** The box of this shape that begins at {@code starts}, one for each axis. */
  public static Tensor slice(Tensor x, int[] starts, Shape shape) {
    return new Slice(Dims.of(starts), shape).apply(x);
  }

  /** Positions [from, to) of one axis; a negative axis counts from the end. */
  public static Tensor slice(Tensor x, int axis, int from, int to) {
    int[] starts = new int[x.shape().rank()];
    starts[ShapeRule.axis("slice", x.shape(), axis)] = from;
    if (from >= to) {
      throw ShapeRule.error(
          "slice",
          "input %s, axis %d, from %d to %d".formatted(x.shape(), axis, from, to),
          "nothing lies between",
          "the end is one after the last position taken");
    }
    return slice(x, starts, x.shape().with(axis, to - from));
  }

  /** A window of images [batch, height, width, channels]. */
  public static Tensor crop(Tensor x, int top, int left, int height, int width) {
    String given =
        "input %s, top %d, left %d, window %dx%d".formatted(x.shape(), top, left, height, width);
    ShapeRule.rank("crop", given, "input", x, 4, "[batch, height, width, channels]");
    return slice(x, new int[] {0, top, left, 0}, x.shape().with(1, height).with(2, width));
  }

  @Override
  public String name() {
    return "slice";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    if (!fits(starts, shape, inputs[0].shape())) {
      throw ShapeRule.error(
          name(),
          "input %s, starts %s, sizes %s".formatted(inputs[0].shape(), starts, shape),
          "the box must lie inside the input",
          "on each axis 0 <= start and start + size <= the input's size");
    }
    return new Shape[] {shape};
  }

  /** Whether a box lies inside a shape of the same rank. */
  static boolean fits(Dims starts, Shape box, Shape whole) {
    boolean fits = starts.rank() == whole.rank() && box.rank() == whole.rank();
    for (int axis = 0; fits && axis < whole.rank(); axis++) {
      int start = starts.get(axis);
      fits = start >= 0 && (long) start + box.size(axis) <= whole.size(axis);
    }
    return fits;
  }

  /** The offset of a box's first element in a whole of this shape. */
  static int offset(Dims starts, Shape whole) {
    Dims strides = Dims.of(whole.toArray()).rowMajorStrides();
    int offset = 0;
    for (int axis = 0; axis < starts.rank(); axis++) {
      offset += starts.get(axis) * strides.get(axis);
    }
    return offset;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    Shape whole = inputs[0].shape();
    StridedCopy copy =
        StridedCopy.of(
            shape.toArray(),
            Dims.of(whole.toArray()).rowMajorStrides().toArray(),
            offset(starts, whole),
            Dims.of(shape.toArray()).rowMajorStrides().toArray(),
            0);
    device.layout().copy(copy, inputs[0].buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {new Pad(starts, inputs[0].shape()).apply(gradOutputs[0])};
  }
}
