package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.OptimiserKernels;

/** Update rules as their papers write them. */
final class ReferenceOptimiser implements OptimiserKernels {
  private static final double SMALLEST_FIRST_MOMENT = 1e-30;

  @Override
  public void adam(
      Adam constants,
      Buffer learningRate,
      Buffer complement2,
      Buffer step,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] firstMoments,
      Buffer[] secondMoments) {
    double rate = ReferenceBuffer.reals(learningRate)[0];
    double gain2 = ReferenceBuffer.reals(complement2)[0];
    double beta2 = 1 - gain2;
    double t = (double) ReferenceBuffer.integers(step)[0];
    double bias1 = 1 - Math.pow(constants.beta1(), t);
    double bias2 = 1 - Math.pow(beta2, t);
    for (int j = 0; j < parameters.length; j++) {
      double[] g = ReferenceBuffer.reals(gradients[j]);
      double[] p = ReferenceBuffer.reals(parameters[j]);
      double[] m = ReferenceBuffer.reals(firstMoments[j]);
      double[] v = ReferenceBuffer.reals(secondMoments[j]);
      for (int i = 0; i < p.length; i++) {
        double first = constants.beta1() * m[i] + (1 - constants.beta1()) * g[i];
        m[i] = Math.abs(first) < SMALLEST_FIRST_MOMENT ? 0 : first;
        v[i] = beta2 * v[i] + gain2 * g[i] * g[i];
        double update = m[i] / bias1 / (Math.sqrt(v[i] / bias2) + constants.epsilon());
        p[i] -= rate * constants.weightDecay() * p[i] + rate * update;
      }
    }
  }

  @Override
  public void rmsProp(
      double decay,
      double epsilon,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] squares) {
    double rate = ReferenceBuffer.reals(learningRate)[0];
    for (int j = 0; j < parameters.length; j++) {
      double[] g = ReferenceBuffer.reals(gradients[j]);
      double[] p = ReferenceBuffer.reals(parameters[j]);
      double[] square = ReferenceBuffer.reals(squares[j]);
      for (int i = 0; i < p.length; i++) {
        square[i] = decay * square[i] + (1 - decay) * g[i] * g[i];
        p[i] -= rate * g[i] / (Math.sqrt(square[i]) + epsilon);
      }
    }
  }

  @Override
  public void sgd(
      double momentum,
      Buffer learningRate,
      Buffer[] gradients,
      Buffer[] parameters,
      Buffer[] velocities) {
    double rate = ReferenceBuffer.reals(learningRate)[0];
    for (int j = 0; j < parameters.length; j++) {
      double[] g = ReferenceBuffer.reals(gradients[j]);
      double[] p = ReferenceBuffer.reals(parameters[j]);
      double[] velocity = ReferenceBuffer.reals(velocities[j]);
      for (int i = 0; i < p.length; i++) {
        velocity[i] = momentum * velocity[i] + g[i];
        p[i] -= rate * velocity[i];
      }
    }
  }

  @Override
  public void clipValues(double limit, Buffer[] values) {
    for (Buffer buffer : values) {
      double[] x = ReferenceBuffer.reals(buffer);
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.min(Math.max(x[i], -limit), limit);
      }
    }
  }

  @Override
  public void clipNorm(double limit, Buffer[] values, Buffer norm) {
    double sum = 0;
    for (Buffer buffer : values) {
      for (double x : ReferenceBuffer.reals(buffer)) {
        sum += x * x;
      }
    }
    double length = Math.sqrt(sum);
    ReferenceBuffer.reals(norm)[0] = length;
    if (length > limit) {
      for (Buffer buffer : values) {
        double[] x = ReferenceBuffer.reals(buffer);
        for (int i = 0; i < x.length; i++) {
          x[i] *= limit / length;
        }
      }
    }
  }

  @Override
  public void movingAverage(double decay, Buffer[] parameters, Buffer[] averages) {
    for (int j = 0; j < parameters.length; j++) {
      double[] p = ReferenceBuffer.reals(parameters[j]);
      double[] average = ReferenceBuffer.reals(averages[j]);
      for (int i = 0; i < p.length; i++) {
        average[i] = decay * average[i] + (1 - decay) * p[i];
      }
    }
  }
}
