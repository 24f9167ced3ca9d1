package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * The mean of each window and channel, padding counted as zeros. The adjoint of {@link
 * AveragePoolGradient}.
 *
 * @param spec the windows
 */
public record AveragePool(PoolSpec spec) implements Op {
  /** x [batch, height, width, channels] to [batch, outH, outW, channels]. */
  public static Tensor averagePool(Tensor x, PoolSpec spec) {
    return new AveragePool(spec).apply(x);
  }

  @Override
  public String name() {
    return "average_pool";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return new Shape[] {spec.outputShape(name(), inputs[0])};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .pooling()
        .average(
            spec.sizes(inputs[0].shape(), outputs[0].shape()),
            inputs[0].buffer(),
            outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {new AveragePoolGradient(spec, inputs[0].shape()).apply(gradOutputs[0])};
  }
}
