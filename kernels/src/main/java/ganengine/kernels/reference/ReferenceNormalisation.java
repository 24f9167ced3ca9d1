package ganengine.kernels.reference;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import ganengine.kernels.NormalisationKernels;
import java.util.Arrays;

/** Normalisation by the formulas, column by column or row by row. */
final class ReferenceNormalisation implements NormalisationKernels {
  @Override
  public void batchNorm(
      int rows,
      int columns,
      double epsilon,
      Activation activation,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd) {
    double[] input = ReferenceBuffer.reals(x);
    double[] scale = ReferenceBuffer.reals(gamma);
    double[] shift = ReferenceBuffer.reals(beta);
    double[] output = ReferenceBuffer.reals(y);
    for (int c = 0; c < columns; c++) {
      double average = Statistics.mean(input, c, columns, rows);
      double variance = Statistics.variance(input, c, columns, rows, average);
      double factor = 1 / Math.sqrt(variance + epsilon);
      for (int r = 0; r < rows; r++) {
        int at = r * columns + c;
        double normalised = (input[at] - average) * factor;
        output[at] = ScalarFunctions.activation(activation, scale[c] * normalised + shift[c]);
      }
      ReferenceBuffer.reals(mean)[c] = average;
      ReferenceBuffer.reals(invStd)[c] = factor;
    }
  }

  @Override
  public void batchNormGradient(
      int rows,
      int columns,
      Activation activation,
      Buffer gradY,
      Buffer x,
      Buffer y,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    double[] gradOutput = ReferenceBuffer.reals(gradY);
    double[] input = ReferenceBuffer.reals(x);
    double[] output = ReferenceBuffer.reals(y);
    double[] gradInput = ReferenceBuffer.reals(gradX);
    for (int c = 0; c < columns; c++) {
      double average = ReferenceBuffer.reals(mean)[c];
      double factor = ReferenceBuffer.reals(invStd)[c];
      double gradShift = 0;
      double gradScale = 0;
      for (int r = 0; r < rows; r++) {
        int at = r * columns + c;
        double g = ScalarFunctions.activationGradient(activation, gradOutput[at], output[at]);
        gradShift += g;
        gradScale += g * (input[at] - average) * factor;
      }
      for (int r = 0; r < rows; r++) {
        int at = r * columns + c;
        double g = ScalarFunctions.activationGradient(activation, gradOutput[at], output[at]);
        double normalised = (input[at] - average) * factor;
        gradInput[at] =
            ReferenceBuffer.reals(gamma)[c]
                * factor
                * (g - gradShift / rows - normalised * gradScale / rows);
      }
      ReferenceBuffer.reals(gradGamma)[c] = gradScale;
      ReferenceBuffer.reals(gradBeta)[c] = gradShift;
    }
  }

  @Override
  public void updateRunning(
      int rows,
      double momentum,
      double epsilon,
      Buffer mean,
      Buffer invStd,
      Buffer runningMean,
      Buffer runningVariance) {
    double[] means = ReferenceBuffer.reals(runningMean);
    double[] variances = ReferenceBuffer.reals(runningVariance);
    double unbiased = rows > 1 ? rows / (rows - 1.0) : 1;
    for (int c = 0; c < means.length; c++) {
      double factor = ReferenceBuffer.reals(invStd)[c];
      double variance = (1 / (factor * factor) - epsilon) * unbiased;
      means[c] += momentum * (ReferenceBuffer.reals(mean)[c] - means[c]);
      variances[c] += momentum * (variance - variances[c]);
    }
  }

  @Override
  public void batchNormInference(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer mean,
      Buffer variance,
      Buffer y) {
    double[] input = ReferenceBuffer.reals(x);
    double[] output = ReferenceBuffer.reals(y);
    for (int c = 0; c < columns; c++) {
      double factor = 1 / Math.sqrt(ReferenceBuffer.reals(variance)[c] + epsilon);
      for (int r = 0; r < rows; r++) {
        int at = r * columns + c;
        double normalised = (input[at] - ReferenceBuffer.reals(mean)[c]) * factor;
        output[at] = ReferenceBuffer.reals(gamma)[c] * normalised + ReferenceBuffer.reals(beta)[c];
      }
    }
  }

  @Override
  public void layerNorm(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd) {
    double[] input = ReferenceBuffer.reals(x);
    double[] scale = ReferenceBuffer.reals(gamma);
    double[] shift = ReferenceBuffer.reals(beta);
    double[] output = ReferenceBuffer.reals(y);
    for (int r = 0; r < rows; r++) {
      double average = Statistics.mean(input, r * columns, 1, columns);
      double variance = Statistics.variance(input, r * columns, 1, columns, average);
      double factor = 1 / Math.sqrt(variance + epsilon);
      for (int c = 0; c < columns; c++) {
        int at = r * columns + c;
        output[at] = scale[c] * (input[at] - average) * factor + shift[c];
      }
      ReferenceBuffer.reals(mean)[r] = average;
      ReferenceBuffer.reals(invStd)[r] = factor;
    }
  }

  @Override
  public void layerNormGradient(
      int rows,
      int columns,
      Buffer gradY,
      Buffer x,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    double[] gradOutput = ReferenceBuffer.reals(gradY);
    double[] input = ReferenceBuffer.reals(x);
    double[] scale = ReferenceBuffer.reals(gamma);
    double[] gradInput = ReferenceBuffer.reals(gradX);
    double[] gradScale = ReferenceBuffer.reals(gradGamma);
    double[] gradShift = ReferenceBuffer.reals(gradBeta);
    Arrays.fill(gradScale, 0);
    Arrays.fill(gradShift, 0);
    for (int r = 0; r < rows; r++) {
      double average = ReferenceBuffer.reals(mean)[r];
      double factor = ReferenceBuffer.reals(invStd)[r];
      double sum = 0;
      double dot = 0;
      for (int c = 0; c < columns; c++) {
        int at = r * columns + c;
        double normalised = (input[at] - average) * factor;
        gradShift[c] += gradOutput[at];
        gradScale[c] += gradOutput[at] * normalised;
        sum += gradOutput[at] * scale[c];
        dot += gradOutput[at] * scale[c] * normalised;
      }
      for (int c = 0; c < columns; c++) {
        int at = r * columns + c;
        double normalised = (input[at] - average) * factor;
        gradInput[at] =
            factor * (gradOutput[at] * scale[c] - sum / columns - normalised * dot / columns);
      }
    }
  }

  @Override
  public void softmax(int rows, int columns, Buffer x, Buffer y) {
    double[] input = ReferenceBuffer.reals(x);
    double[] output = ReferenceBuffer.reals(y);
    for (int r = 0; r < rows; r++) {
      double logSum = Statistics.logSumExp(input, r * columns, columns);
      for (int at = r * columns; at < (r + 1) * columns; at++) {
        output[at] = Math.exp(input[at] - logSum);
      }
    }
  }

  @Override
  public void logSoftmax(int rows, int columns, Buffer x, Buffer y) {
    double[] input = ReferenceBuffer.reals(x);
    double[] output = ReferenceBuffer.reals(y);
    for (int r = 0; r < rows; r++) {
      double logSum = Statistics.logSumExp(input, r * columns, columns);
      for (int at = r * columns; at < (r + 1) * columns; at++) {
        output[at] = input[at] - logSum;
      }
    }
  }
}
