package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.Dims;
import ganengine.kernels.StridedCopy;

/**
 * Puts a tensor into a larger one of zeros. The adjoint of {@link Slice}.
 *
 * @param starts where it begins on each axis
 * @param shape of the output
 */
public record Pad(Dims starts, Shape shape) implements Op {
  /** x with so many zeros before and after it on each axis. */
  public static Tensor pad(Tensor x, int[] before, int[] after) {
    int[] sizes = x.shape().toArray();
    if (before.length != sizes.length || after.length != sizes.length) {
      throw ShapeRule.error(
          "pad",
          "input %s, before %s, after %s".formatted(x.shape(), Dims.of(before), Dims.of(after)),
          "expected %d numbers each".formatted(sizes.length),
          "give one for each axis");
    }
    for (int axis = 0; axis < sizes.length; axis++) {
      if (before[axis] < 0 || after[axis] < 0) {
        throw ShapeRule.error(
            "pad",
            "input %s, before %s, after %s".formatted(x.shape(), Dims.of(before), Dims.of(after)),
            "paddings must not be negative",
            "to cut, use slice");
      }
      sizes[axis] += before[axis] + after[axis];
    }
    return new Pad(Dims.of(before), Shape.of(sizes)).apply(x);
  }

  /** Images [batch, height, width, channels] with a border of zeros. */
  public static Tensor pad2d(Tensor x, int top, int left, int bottom, int right) {
    return pad(x, new int[] {0, top, left, 0}, new int[] {0, bottom, right, 0});
  }

  @Override
  public String name() {
    return "pad";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    if (!Slice.fits(starts, inputs[0].shape(), shape)) {
      throw ShapeRule.error(
          name(),
          "input %s, starts %s, output %s".formatted(inputs[0].shape(), starts, shape),
          "the input must lie inside the output",
          "make the output at least start + size on each axis");
    }
    return new Shape[] {shape};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device.pointwise().fill(0, outputs[0].buffer());
    int[] sizes = inputs[0].shape().toArray();
    StridedCopy copy =
        StridedCopy.of(
            sizes,
            Dims.of(sizes).rowMajorStrides().toArray(),
            0,
            Dims.of(shape.toArray()).rowMajorStrides().toArray(),
            Slice.offset(starts, shape));
    device.layout().copy(copy, inputs[0].buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {new Slice(starts, inputs[0].shape()).apply(gradOutputs[0])};
  }
}
