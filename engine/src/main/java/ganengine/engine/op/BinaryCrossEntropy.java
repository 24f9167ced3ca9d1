package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Device;

/**
 * Binary cross entropy of logits with one target for all, and its gradient in the same pass.
 * Outputs the loss, the mean of softplus(x) - target * x, a scalar, and gradLogits = (sigmoid(x) -
 * target) / n, of the logits' shape, which the backward pass then only has to scale.
 *
 * @param target probability of the logits' event: 1 real, 0 fake
 */
public record BinaryCrossEntropy(double target) implements Op {
  @Override
  public String name() {
    return "binary_cross_entropy";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return new Shape[] {Shape.SCALAR, inputs[0].shape()};
  }

  @Override
  public boolean isActivation(int input) {
    return false;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .fused()
        .binaryCrossEntropy(
            inputs[0].shape().elements(),
            target,
            inputs[0].buffer(),
            outputs[0].buffer(),
            outputs[1].buffer());
  }

  /** gradX = gradLoss * gradLogits + gradGradLogits * sigmoid'(x) / n. */
  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor x = inputs[0];
    Tensor gradX = null;
    if (gradOutputs[0] != null) {
      gradX = Binary.multiply(outputs[1], gradOutputs[0]);
    }
    if (gradOutputs[1] != null) {
      Binary sigmoidGradient = new Binary(BinaryFunction.SIGMOID_GRADIENT, 0);
      Tensor term = sigmoidGradient.apply(gradOutputs[1], Unary.sigmoid(x));
      Tensor mean = Unary.affine(term, 1.0 / x.shape().elements(), 0);
      gradX = gradX == null ? mean : Binary.add(gradX, mean);
    }
    return new Tensor[] {gradX};
  }
}
