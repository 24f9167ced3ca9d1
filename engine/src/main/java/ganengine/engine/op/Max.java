package ganengine.engine.op;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * The largest over neighbouring axes, which keep size 1 in the output. The gradient goes to the
 * first of equal elements.
 *
 * @param axes which
 * @param indices written by the forward pass: where each maximum stands in x, flat
 */
public record Max(AxisRun axes, Indices indices) implements Op {
  /** The largest element, a scalar. */
  public static Tensor max(Tensor x) {
    if (x.shape().rank() == 0) {
      return x;
    }
    return Reshape.reshape(over(x, AxisRun.whole(x.shape())), Shape.SCALAR);
  }

  /**
   * The largest over these axes.
   *
   * @param keepDims whether they stay, with size 1
   * @param axes in any order; negative ones count from the end
   */
  public static Tensor max(Tensor x, boolean keepDims, int... axes) {
    Tensor max = x;
    for (AxisRun run : AxisRun.of("max", x.shape(), axes)) {
      max = over(max, run);
    }
    return keepDims ? max : Reshape.reshape(max, AxisRun.dropped("max", max.shape(), axes));
  }

  private static Tensor over(Tensor x, AxisRun run) {
    return new Max(run, Indices.allocate(run.kept(x.shape()).elements())).apply(x);
  }

  @Override
  public String name() {
    return "max";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return new Shape[] {axes.kept(inputs[0].shape())};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .reduction()
        .max(
            axes.sizes(inputs[0].shape()),
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
