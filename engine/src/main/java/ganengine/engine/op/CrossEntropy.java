package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * Cross entropy of logits [batch, classes] with target probabilities of the same shape, and its
 * gradient in the same pass. Outputs the loss, the mean over the batch of -sum t * log softmax(x),
 * a scalar, and gradLogits = (softmax(x) * sum t - t) / batch, which the backward pass then only
 * has to scale.
 */
public record CrossEntropy() implements Op {
  @Override
  public String name() {
    return "cross_entropy";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape logits = inputs[0].shape();
    Shape targets = inputs[1].shape();
    if (logits.rank() != 2 || !logits.equals(targets)) {
      throw ShapeRule.error(
          name(),
          "logits %s, targets %s".formatted(logits, targets),
          "expected two equal shapes [batch, classes]",
          "for class numbers give the labels as indices");
    }
    return new Shape[] {Shape.SCALAR, logits};
  }

  @Override
  public boolean isActivation(int input) {
    return false;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .fused()
        .crossEntropy(
            inputs[0].shape().size(0),
            inputs[0].shape().size(1),
            inputs[0].buffer(),
            inputs[1].buffer(),
            outputs[0].buffer(),
            outputs[1].buffer());
  }

  /**
   * With p = softmax(x) and U the gradient that flows into gradLogits:
   *
   * <pre>
   * gradX = gradLoss * gradLogits + sum t * p * (U - sum(p * U)) / batch
   * gradT = -gradLoss * log softmax(x) / batch + (sum(p * U) - U) / batch
   * </pre>
   */
  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor x = inputs[0];
    double perRow = 1.0 / x.shape().size(0);
    Tensor gradX = null;
    Tensor gradT = null;
    if (gradOutputs[0] != null) {
      gradX = wanted[0] ? Binary.multiply(outputs[1], gradOutputs[0]) : null;
      Tensor scale = Unary.affine(gradOutputs[0], -perRow, 0);
      gradT = wanted[1] ? Binary.multiply(LogSoftmax.logSoftmax(x), scale) : null;
    }
    if (gradOutputs[1] != null) {
      Tensor p = Softmax.softmax(x);
      Tensor u = Unary.affine(gradOutputs[1], perRow, 0);
      Tensor centred = Binary.subtract(u, Sum.sum(Binary.multiply(p, u), true, -1));
      Tensor weighted = Binary.multiply(p, Sum.sum(inputs[1], true, -1));
      gradX = wanted[0] ? plus(gradX, Binary.multiply(weighted, centred)) : null;
      gradT = wanted[1] ? plus(gradT, Unary.negate(centred)) : null;
    }
    return new Tensor[] {gradX, gradT};
  }

  private static Tensor plus(Tensor sum, Tensor term) {
    return sum == null ? term : Binary.add(sum, term);
  }
}
