package ganengine.engine.op;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * Adds rows into zeros: with x seen as [indices.count(), width], row i is added to output row
 * {@code indices[i]}, in the order of i. The adjoint of {@link Gather}.
 *
 * @param indices which output rows
 * @param width elements of a row
 * @param shape of the output
 */
public record ScatterAdd(Indices indices, int width, Shape shape) implements Op {
  /** x [indices.count(), ...] to [rows, ...]. */
  public static Tensor rows(Tensor x, Indices indices, int rows) {
    if (x.shape().rank() == 0 || x.shape().size(0) != indices.count()) {
      throw ShapeRule.error(
          "scatter_add",
          "input %s, %d indices, rows %d".formatted(x.shape(), indices.count(), rows),
          "the input has not one row for each index",
          "the input is [indices, ...]");
    }
    int width = x.shape().elements() / indices.count();
    return new ScatterAdd(indices, width, x.shape().with(0, rows)).apply(x);
  }

  @Override
  public String name() {
    return "scatter_add";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return new Shape[] {shape};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device.layout().scatterAdd(width, inputs[0].buffer(), indices.buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {new Gather(indices, width, inputs[0].shape()).apply(gradOutputs[0])};
  }
}
