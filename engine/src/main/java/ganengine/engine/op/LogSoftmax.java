package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/** x - log of the sum of exp(x) over the last axis, without overflow. */
public record LogSoftmax() implements Op {
  /** x [..., classes] to log probabilities of the same shape. */
  public static Tensor logSoftmax(Tensor x) {
    return new LogSoftmax().apply(x);
  }

  @Override
  public String name() {
    return "log_softmax";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return Softmax.rowWise(name(), inputs[0]);
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    int columns = inputs[0].shape().size(-1);
    int rows = inputs[0].shape().elements() / columns;
    device.normalisation().logSoftmax(rows, columns, inputs[0].buffer(), outputs[0].buffer());
  }

  /** gradX = gradY - exp(y) * sum of gradY. */
  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor sum = Sum.sum(gradOutputs[0], true, -1);
    Tensor probabilities = Unary.exp(outputs[0]);
    return new Tensor[] {Binary.subtract(gradOutputs[0], Binary.multiply(probabilities, sum))};
  }
}
