package ganengine.engine.op;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * Picks rows: with x seen as [n, width], output row i is x's row {@code indices[i]}. The adjoint of
 * {@link ScatterAdd}.
 *
 * @param indices which rows, each at least 0 and below n
 * @param width elements of a row
 * @param shape of the output: indices.count() * width elements
 */
public record Gather(Indices indices, int width, Shape shape) implements Op {
  /** x [n, ...] to [indices.count(), ...]: an embedding's lookup. */
  public static Tensor rows(Tensor x, Indices indices) {
    if (x.shape().rank() == 0) {
      throw ShapeRule.error("gather", "input []", "a scalar has no rows", "reshape it to [1, 1]");
    }
    int width = x.shape().elements() / x.shape().size(0);
    return new Gather(indices, width, x.shape().with(0, indices.count())).apply(x);
  }

  @Override
  public String name() {
    return "gather";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return new Shape[] {shape};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device.layout().gather(width, inputs[0].buffer(), indices.buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {new ScatterAdd(indices, width, inputs[0].shape()).apply(gradOutputs[0])};
  }
}
