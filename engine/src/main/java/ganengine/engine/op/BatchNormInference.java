package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * Batch normalisation with given statistics: y = gamma * (x - mean) / sqrt(variance + epsilon) +
 * beta for every channel, the last axis.
 *
 * @param epsilon added to the variance
 */
public record BatchNormInference(double epsilon) implements Op {
  /** Normalises x [..., channels]; all others are [channels]. */
  public static Tensor batchNormInference(
      Tensor x, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) {
    return new BatchNormInference(epsilon).apply(x, gamma, beta, mean, variance);
  }

  @Override
  public String name() {
    return "batch_norm_inference";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    BatchNorm.channels(name(), inputs, "gamma", "beta", "mean", "variance");
    return new Shape[] {inputs[0].shape()};
  }

  @Override
  public boolean isActivation(int input) {
    return input == 0;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    int columns = inputs[0].shape().size(-1);
    device
        .normalisation()
        .batchNormInference(
            inputs[0].shape().elements() / columns,
            columns,
            epsilon,
            inputs[0].buffer(),
            inputs[1].buffer(),
            inputs[2].buffer(),
            inputs[3].buffer(),
            inputs[4].buffer(),
            outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor x = inputs[0];
    Tensor gamma = inputs[1];
    Tensor mean = inputs[3];
    Shape channels = gamma.shape();
    Tensor gradY = gradOutputs[0];
    Tensor invStd = Unary.reciprocal(Unary.sqrt(Unary.affine(inputs[4], 1, epsilon)));
    Tensor scale = Binary.multiply(gamma, invStd);

    Tensor gradBeta = null;
    if (wanted[2] || wanted[3]) {
      gradBeta = Sum.to(gradY, channels);
    }
    Tensor gradGamma = null;
    if (wanted[1] || wanted[4]) {
      Tensor centred = Binary.subtract(x, mean);
      gradGamma = Binary.multiply(Sum.to(Binary.multiply(gradY, centred), channels), invStd);
    }
    return new Tensor[] {
      wanted[0] ? Binary.multiply(gradY, scale) : null,
      gradGamma,
      gradBeta,
      wanted[3] ? Unary.negate(Binary.multiply(gradBeta, scale)) : null,
      // d invStd / d variance = -invStd^3 / 2
      wanted[4]
          ? Unary.affine(
              Binary.multiply(Binary.multiply(gradGamma, gamma), Unary.square(invStd)), -0.5, 0)
          : null
    };
  }
}
