package ganengine.engine.op;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.Device;

/**
 * activation(x + bias) in one pass, with x [..., channels] and bias [channels].
 *
 * @param activation the function of the sum
 */
public record BiasActivation(Activation activation) implements Op {
  /** activation(x + bias), of x's shape [batch, ..., channels]. */
  public static Tensor biasActivation(Tensor x, Tensor bias, Activation activation) {
    return new BiasActivation(activation).apply(x, bias);
  }

  @Override
  public String name() {
    return "bias_activation";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    BatchNorm.channels(name(), inputs, "bias");
    return new Shape[] {inputs[0].shape()};
  }

  @Override
  public boolean isActivation(int input) {
    return input == 0;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    int columns = inputs[1].shape().elements();
    device
        .fused()
        .biasActivation(
            inputs[0].shape().elements() / columns,
            columns,
            activation,
            inputs[0].buffer(),
            inputs[1].buffer(),
            outputs[0].buffer());
  }

  /**
   * Both gradients by the fused kernel where both are wanted and will not be differentiated again;
   * else, and where there is no activation, composed of ops.
   */
  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor gradY = gradOutputs[0];
    boolean both = wanted[0] && wanted[1] && activation.kind() != Activation.Kind.NONE;
    if (!both || Scope.current().recording()) {
      Tensor gradX = ActivationRule.gradient(activation, gradY, outputs[0]);
      Tensor gradBias = wanted[1] ? Sum.to(gradX, inputs[1].shape()) : null;
      return new Tensor[] {gradX, gradBias};
    }
    Tensor gradX = Tensor.allocate(inputs[0].shape(), inputs[0].type());
    Tensor gradBias = Tensor.allocate(inputs[1].shape());
    int columns = gradBias.shape().elements();
    gradX
        .device()
        .fused()
        .biasActivationGradient(
            gradX.shape().elements() / columns,
            columns,
            activation,
            gradY.buffer(),
            outputs[0].buffer(),
            gradX.buffer(),
            gradBias.buffer());
    return new Tensor[] {gradX, gradBias};
  }
}
