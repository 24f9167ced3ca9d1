package ganengine.engine.op;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * The largest element of each window and channel. The gradient goes to the first of equal ones.
 *
 * @param spec the windows
 * @param indices written by the forward pass: where each maximum stands in x, flat
 */
public record MaxPool(PoolSpec spec, Indices indices) implements Op {
  /** x [batch, height, width, channels] to [batch, outH, outW, channels]. */
  public static Tensor maxPool(Tensor x, PoolSpec spec) {
    int count = spec.outputShape("max_pool", x).elements();
    return new MaxPool(spec, Indices.allocate(count)).apply(x);
  }

  @Override
  public String name() {
    return "max_pool";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return new Shape[] {spec.outputShape(name(), inputs[0])};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .pooling()
        .max(
            spec.sizes(inputs[0].shape(), outputs[0].shape()),
            inputs[0].buffer(),
            outputs[0].buffer(),
            indices.buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {new ScatterAdd(indices, 1, inputs[0].shape()).apply(gradOutputs[0])};
  }
}
