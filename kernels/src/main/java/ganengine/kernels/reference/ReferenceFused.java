package ganengine.kernels.reference;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import ganengine.kernels.FusedKernels;
import java.util.Arrays;

/** The fused kernels, number by number. */
final class ReferenceFused implements FusedKernels {
  @Override
  public void biasActivation(
      int rows, int columns, Activation activation, Buffer x, Buffer bias, Buffer y) {
    double[] input = ReferenceBuffer.reals(x);
    double[] shift = ReferenceBuffer.reals(bias);
    double[] output = ReferenceBuffer.reals(y);
    for (int at = 0; at < rows * columns; at++) {
      output[at] = ScalarFunctions.activation(activation, input[at] + shift[at % columns]);
    }
  }

  @Override
  public void biasActivationGradient(
      int rows,
      int columns,
      Activation activation,
      Buffer gradY,
      Buffer y,
      Buffer gradX,
      Buffer gradBias) {
    double[] gradOutput = ReferenceBuffer.reals(gradY);
    double[] output = ReferenceBuffer.reals(y);
    double[] gradInput = ReferenceBuffer.reals(gradX);
    double[] gradShift = ReferenceBuffer.reals(gradBias);
    Arrays.fill(gradShift, 0);
    for (int at = 0; at < rows * columns; at++) {
      gradInput[at] = ScalarFunctions.activationGradient(activation, gradOutput[at], output[at]);
      gradShift[at % columns] += gradInput[at];
    }
  }

  @Override
  public void binaryCrossEntropy(
      int n, double target, Buffer logits, Buffer loss, Buffer gradLogits) {
    double[] input = ReferenceBuffer.reals(logits);
    double[] gradInput = ReferenceBuffer.reals(gradLogits);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double x = input[i];
      double e = Math.exp(-Math.abs(x));
      double lesser = e / (1 + e);
      sum += Math.log1p(e) + (x > 0 ? (1 - target) * x : -target * x);
      gradInput[i] = (x > 0 ? 1 - target - lesser : lesser - target) / n;
    }
    ReferenceBuffer.reals(loss)[0] = sum / n;
  }

  @Override
  public void crossEntropy(
      int rows, int columns, Buffer logits, Buffer targets, Buffer loss, Buffer gradLogits) {
    double[] input = ReferenceBuffer.reals(logits);
    double[] wanted = ReferenceBuffer.reals(targets);
    double[] gradInput = ReferenceBuffer.reals(gradLogits);
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      double logSum = Statistics.logSumExp(input, r * columns, columns);
      double weight = 0;
      for (int at = r * columns; at < (r + 1) * columns; at++) {
        weight += wanted[at];
        sum += wanted[at] * (logSum - input[at]);
      }
      for (int at = r * columns; at < (r + 1) * columns; at++) {
        gradInput[at] = (Math.exp(input[at] - logSum) * weight - wanted[at]) / rows;
      }
    }
    ReferenceBuffer.reals(loss)[0] = sum / rows;
  }
}
