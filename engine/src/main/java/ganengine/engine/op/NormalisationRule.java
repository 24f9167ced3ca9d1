package ganengine.engine.op;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;

/**
 * The gradients that batch norm and layer norm share. Both compute y = activation(gamma * xhat +
 * beta) with xhat = (x - mean) * invStd, and give mean and invStd as outputs beside y; they differ
 * in the axes that a mean is taken over, which mean's shape tells.
 */
final class NormalisationRule {
  /** A device's fused gradient kernel: writes gradX, gradGamma, gradBeta. */
  interface Fused {
    void run(Tensor gradX, Tensor gradGamma, Tensor gradBeta);
  }

  private NormalisationRule() {}

  /**
   * The gradients by x, gamma and beta: by the fused kernel where that is all that is needed, else
   * composed of ops.
   */
  static Tensor[] gradients(
      Activation activation,
      Tensor[] inputs,
      Tensor[] outputs,
      Tensor[] gradOutputs,
      boolean[] wanted,
      Fused fused) {
    boolean onlyY = gradOutputs[0] != null && gradOutputs[1] == null && gradOutputs[2] == null;
    if (onlyY && !Scope.current().recording()) {
      Tensor[] gradients = new Tensor[3];
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] = Tensor.allocate(inputs[i].shape(), inputs[i].type());
      }
      fused.run(gradients[0], gradients[1], gradients[2]);
      return gradients;
    }
    return composed(activation, inputs, outputs, gradOutputs, wanted);
  }

  /**
   * With n elements behind each mean, and h = gamma * gradY * the activation's derivative:
   *
   * <pre>
   * gradX = invStd * (h - sum(h) / n - xhat * sum(h * xhat) / n)
   *       + (gradMean - gradInvStd * invStd^2 * xhat) / n
   * </pre>
   *
   * Written with the outputs y, mean and invStd, so that its own derivative passes through them and
   * the second line: that is what makes every further order right.
   */
  private static Tensor[] composed(
      Activation activation,
      Tensor[] inputs,
      Tensor[] outputs,
      Tensor[] gradOutputs,
      boolean[] wanted) {
    Tensor x = inputs[0];
    Tensor gamma = inputs[1];
    Tensor mean = outputs[1];
    Tensor invStd = outputs[2];
    double perMean = (double) mean.shape().elements() / x.shape().elements();
    Tensor xhat = Binary.multiply(Binary.subtract(x, mean), invStd);

    Tensor gradX = null;
    Tensor gradGamma = null;
    Tensor gradBeta = null;
    if (gradOutputs[0] != null) {
      Tensor g = ActivationRule.gradient(activation, gradOutputs[0], outputs[0]);
      gradGamma = wanted[1] ? Sum.to(Binary.multiply(g, xhat), gamma.shape()) : null;
      gradBeta = wanted[2] ? Sum.to(g, gamma.shape()) : null;
      Tensor h = Binary.multiply(g, gamma);
      Tensor along = Unary.affine(Sum.to(h, mean.shape()), perMean, 0);
      Tensor radial = Unary.affine(Sum.to(Binary.multiply(h, xhat), mean.shape()), perMean, 0);
      Tensor centred = Binary.subtract(Binary.subtract(h, along), Binary.multiply(xhat, radial));
      gradX = Binary.multiply(centred, invStd);
    }
    if (gradOutputs[1] != null) {
      gradX = plus(gradX, Unary.affine(gradOutputs[1], perMean, 0), x);
    }
    if (gradOutputs[2] != null) {
      Tensor slope = Binary.multiply(gradOutputs[2], Unary.square(invStd));
      gradX = plus(gradX, Binary.multiply(xhat, Unary.affine(slope, -perMean, 0)), x);
    }
    return new Tensor[] {gradX, gradGamma, gradBeta};
  }

  private static Tensor plus(Tensor sum, Tensor term, Tensor x) {
    return sum == null ? BroadcastTo.broadcastTo(term, x.shape()) : Binary.add(sum, term);
  }
}
