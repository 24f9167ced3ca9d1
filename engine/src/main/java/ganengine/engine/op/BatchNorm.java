package ganengine.engine.op;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;

/**
 * Batch normalisation in training (Ioffe and Szegedy 2015): every channel, the last axis, is
 * brought to mean beta and deviation gamma over all others, then an activation is applied. Outputs
 * y, and the batch's mean and 1 / sqrt (variance + epsilon), both [channels]; the variance is
 * biased.
 *
 * @param epsilon added to the variance
 * @param activation the last step, in the same pass
 */
public record BatchNorm(double epsilon, Activation activation) implements Op {
  /**
   * What the forward pass gives.
   *
   * @param y of x's shape
   * @param mean of the batch, [channels]
   * @param invStd 1 / sqrt(variance + epsilon) of the batch, [channels]
   */
  public record Normalised(Tensor y, Tensor mean, Tensor invStd) {}

  /** Normalises x [..., channels] with gamma and beta, both [channels]. */
  public static Normalised batchNorm(Tensor x, Tensor gamma, Tensor beta, double epsilon) {
    return batchNorm(x, gamma, beta, epsilon, Activation.NONE);
  }

  /** As {@link #batchNorm(Tensor, Tensor, Tensor, double)}, y passing through the activation. */
  public static Normalised batchNorm(
      Tensor x, Tensor gamma, Tensor beta, double epsilon, Activation activation) {
    Tensor[] outputs = new BatchNorm(epsilon, activation).applyAll(x, gamma, beta);
    return new Normalised(outputs[0], outputs[1], outputs[2]);
  }

  /**
   * Moves running statistics towards a batch's, in place: running += momentum * (batch - running).
   * The variance is made unbiased first.
   *
   * @param batch what {@link #batchNorm} gave, with this epsilon
   * @param momentum 0.1 is usual (PyTorch); Keras counts the other way round, 0.99
   */
  public static void updateRunning(
      Normalised batch,
      double momentum,
      double epsilon,
      Parameter runningMean,
      Parameter runningVariance) {
    Shape y = batch.y().shape();
    runningMean
        .device()
        .normalisation()
        .updateRunning(
            y.elements() / y.size(-1),
            momentum,
            epsilon,
            batch.mean().buffer(),
            batch.invStd().buffer(),
            runningMean.buffer(),
            runningVariance.buffer());
  }

  @Override
  public String name() {
    return "batch_norm";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape channels = channels(name(), inputs, "gamma", "beta");
    return new Shape[] {inputs[0].shape(), channels, channels};
  }

  /** [channels] of the first input, which all the other inputs must be. */
  static Shape channels(String op, Tensor[] inputs, String... roles) {
    Shape x = inputs[0].shape();
    if (x.rank() < 2) {
      throw ShapeRule.error(
          op,
          given(inputs, roles),
          "the input has rank %d, expected at least 2".formatted(x.rank()),
          "the input is [batch, ..., channels]");
    }
    Shape channels = Shape.of(x.size(-1));
    for (int i = 0; i < roles.length; i++) {
      if (!inputs[i + 1].shape().equals(channels)) {
        throw ShapeRule.error(
            op,
            given(inputs, roles),
            "%s has shape %s, expected %s".formatted(roles[i], inputs[i + 1].shape(), channels),
            "build the layer with channels = " + x.size(-1));
      }
    }
    return channels;
  }

  private static String given(Tensor[] inputs, String... roles) {
    StringBuilder given = new StringBuilder("input " + inputs[0].shape());
    for (int i = 0; i < roles.length; i++) {
      given.append(", ").append(roles[i]).append(' ').append(inputs[i + 1].shape());
    }
    return given.toString();
  }

  @Override
  public ElementType outputType(int output, Tensor... inputs) {
    return output == 0 ? inputs[0].type() : ElementType.REAL;
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
        .batchNorm(
            inputs[0].shape().elements() / columns,
            columns,
            epsilon,
            activation,
            inputs[0].buffer(),
            inputs[1].buffer(),
            inputs[2].buffer(),
            outputs[0].buffer(),
            outputs[1].buffer(),
            outputs[2].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    int columns = inputs[0].shape().size(-1);
    return NormalisationRule.gradients(
        activation,
        inputs,
        outputs,
        gradOutputs,
        wanted,
        (gradX, gradGamma, gradBeta) ->
            gradX
                .device()
                .normalisation()
                .batchNormGradient(
                    inputs[0].shape().elements() / columns,
                    columns,
                    activation,
                    gradOutputs[0].buffer(),
                    inputs[0].buffer(),
                    outputs[0].buffer(),
                    inputs[1].buffer(),
                    outputs[1].buffer(),
                    outputs[2].buffer(),
                    gradX.buffer(),
                    gradGamma.buffer(),
                    gradBeta.buffer()));
  }
}
