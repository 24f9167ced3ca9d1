package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import java.util.Arrays;

/**
 * Layer normalisation (Ba, Kiros, Hinton 2016): each example is normalised over its last axes,
 * those that gamma has. Outputs y, and each example's mean and 1 / sqrt(variance + epsilon), both
 * of x's shape with the normalised axes 1; the variance is biased.
 *
 * @param epsilon added to the variance
 */
public record LayerNorm(double epsilon) implements Op {
  /**
   * Normalises x.
   *
   * @param x [batch, ..., axes], the last ones as gamma's
   * @param gamma scale, [axes]: [channels], or [height, width, channels] for whole images
   * @param beta shift, of gamma's shape
   */
  public static Tensor layerNorm(Tensor x, Tensor gamma, Tensor beta, double epsilon) {
    return new LayerNorm(epsilon).apply(x, gamma, beta);
  }

  @Override
  public String name() {
    return "layer_norm";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape x = inputs[0].shape();
    Shape gamma = inputs[1].shape();
    Shape beta = inputs[2].shape();
    int outer = x.rank() - gamma.rank();
    boolean fits = outer >= 1 && gamma.rank() >= 1;
    if (fits) {
      int[] last = Arrays.copyOfRange(x.toArray(), outer, x.rank());
      fits = Arrays.equals(last, gamma.toArray());
    }
    if (!fits || !beta.equals(gamma)) {
      throw ShapeRule.error(
          name(),
          "input %s, gamma %s, beta %s".formatted(x, gamma, beta),
          fits
              ? "beta must have gamma's shape"
              : "gamma must have the sizes of the input's last axes",
          "the input is [batch, ..., normalised axes]");
    }
    int[] statistics = x.toArray();
    Arrays.fill(statistics, outer, x.rank(), 1);
    Shape perExample = Shape.of(statistics);
    return new Shape[] {x, perExample, perExample};
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
    int columns = inputs[1].shape().elements();
    device
        .normalisation()
        .layerNorm(
            inputs[0].shape().elements() / columns,
            columns,
            epsilon,
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
    int columns = inputs[1].shape().elements();
    return NormalisationRule.gradients(
        Activation.NONE,
        inputs,
        outputs,
        gradOutputs,
        wanted,
        (gradX, gradGamma, gradBeta) ->
            gradX
                .device()
                .normalisation()
                .layerNormGradient(
                    inputs[0].shape().elements() / columns,
                    columns,
                    gradOutputs[0].buffer(),
                    inputs[0].buffer(),
                    inputs[1].buffer(),
                    outputs[1].buffer(),
                    outputs[2].buffer(),
                    gradX.buffer(),
                    gradGamma.buffer(),
                    gradBeta.buffer()));
  }
}
