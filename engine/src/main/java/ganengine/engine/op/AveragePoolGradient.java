package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * Spreads each element evenly over its window: the adjoint of {@link AveragePool}.
 *
 * @param spec the windows
 * @param shape of the output: [batch, height, width, channels]
 */
public record AveragePoolGradient(PoolSpec spec, Shape shape) implements Op {
  @Override
  public String name() {
    return "average_pool_gradient";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape pooled = shape.with(1, spec.windows(shape.size(1))).with(2, spec.windows(shape.size(2)));
    if (!inputs[0].shape().equals(pooled)) {
      throw ShapeRule.error(
          name(),
          "input %s to %s, %s".formatted(inputs[0].shape(), shape, spec),
          "expected an input " + pooled,
          "it has the shape of the pooling's output");
    }
    return new Shape[] {shape};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .pooling()
        .averageGradient(
            spec.sizes(shape, inputs[0].shape()), inputs[0].buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {AveragePool.averagePool(gradOutputs[0], spec)};
  }
}
