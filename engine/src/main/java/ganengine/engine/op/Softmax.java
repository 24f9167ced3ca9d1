package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/** exp(x) / sum of exp(x) over the last axis, without overflow. */
public record Softmax() implements Op {
  /** x [..., classes] to probabilities of the same shape. */
  public static Tensor softmax(Tensor x) {
    return new Softmax().apply(x);
  }

  /** The output shape of an op that works on rows: x needs a last axis. */
  static Shape[] rowWise(String op, Tensor x) {
    if (x.shape().rank() == 0) {
      throw ShapeRule.error(op, "input []", "a scalar has no last axis", "reshape it to [1]");
    }
    return new Shape[] {x.shape()};
  }

  @Override
  public String name() {
    return "softmax";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return rowWise(name(), inputs[0]);
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    int columns = inputs[0].shape().size(-1);
    int rows = inputs[0].shape().elements() / columns;
    device.normalisation().softmax(rows, columns, inputs[0].buffer(), outputs[0].buffer());
  }

  /** gradX = y * (gradY - sum of gradY * y). */
  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor y = outputs[0];
    Tensor weighted = Binary.multiply(gradOutputs[0], y);
    Tensor sum = Sum.sum(weighted, true, -1);
    return new Tensor[] {Binary.subtract(weighted, Binary.multiply(y, sum))};
  }
}
