package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.Dims;
import ganengine.kernels.StridedCopy;

/**
 * Tensors one after another along an axis.
 *
 * @param axis counted from the front
 */
public record Concat(int axis) implements Op {
  /** The parts joined; a negative axis counts from the end. */
  public static Tensor concat(int axis, Tensor... parts) {
    if (parts.length == 0) {
      throw ShapeRule.error(
          "concat", "no inputs, axis " + axis, "expected at least one", "give the parts to join");
    }
    return new Concat(ShapeRule.axis("concat", parts[0].shape(), axis)).apply(parts);
  }

  @Override
  public String name() {
    return "concat";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape first = inputs[0].shape();
    int total = 0;
    for (Tensor input : inputs) {
      Shape shape = input.shape();
      if (shape.rank() != first.rank() || !shape.with(axis, 1).equals(first.with(axis, 1))) {
        throw ShapeRule.error(
            name(),
            "inputs %s, axis %d".formatted(ShapeRule.shapes(inputs), axis),
            "%s differs from %s outside axis %d".formatted(shape, first, axis),
            "all other axes must be equal");
      }
      total += shape.size(axis);
    }
    return new Shape[] {first.with(axis, total)};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    int[] toStrides = Dims.of(outputs[0].shape().toArray()).rowMajorStrides().toArray();
    int start = 0;
    for (Tensor input : inputs) {
      int[] sizes = input.shape().toArray();
      int[] fromStrides = Dims.of(sizes).rowMajorStrides().toArray();
      StridedCopy copy = StridedCopy.of(sizes, fromStrides, 0, toStrides, start * toStrides[axis]);
      device.layout().copy(copy, input.buffer(), outputs[0].buffer());
      start += sizes[axis];
    }
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor[] gradients = new Tensor[inputs.length];
    int start = 0;
    for (int i = 0; i < inputs.length; i++) {
      int end = start + inputs[i].shape().size(axis);
      if (wanted[i]) {
        gradients[i] = Slice.slice(gradOutputs[0], axis, start, end);
      }
      start = end;
    }
    return gradients;
  }
}
