package ganengine.kernels.cpu;

/** Parameter updates one number at a time. */
final class ScalarUpdateLoops implements UpdateLoops {
  @Override
  public void adam(
      AdamStep step,
      float[] g,
      int atG,
      float[] p,
      int atP,
      float[] m,
      int atM,
      float[] v,
      int atV,
      int count) {
    for (int i = 0; i < count; i++) {
      float gradient = g[atG + i];
      float first = step.beta1() * m[atM + i] + step.gain1() * gradient;
      first = Math.abs(first) < SMALLEST_FIRST ? 0 : first;
      float share = gradient * step.rootGain2();
      share = Math.abs(share) < SMALLEST_SHARE ? 0 : share;
      float second = step.beta2() * v[atV + i] + share * share;
      second = second < SMALLEST_SECOND ? 0 : second;
      m[atM + i] = first;
      v[atV + i] = second;
      float root = (float) Math.sqrt(second) * step.rootScale() + step.epsilon();
      p[atP + i] = p[atP + i] * step.keep() - step.rate() * (first / root);
    }
  }

  @Override
  public void rmsProp(
      float decay,
      float gain,
      float epsilon,
      float rate,
      float[] g,
      int atG,
      float[] p,
      int atP,
      float[] square,
      int atSquare,
      int count) {
    for (int i = 0; i < count; i++) {
      float gradient = g[atG + i];
      float mean = decay * square[atSquare + i] + gain * (gradient * gradient);
      square[atSquare + i] = mean;
      p[atP + i] -= rate * gradient / ((float) Math.sqrt(mean) + epsilon);
    }
  }

  @Override
  public void sgd(
      float momentum,
      float rate,
      float[] g,
      int atG,
      float[] p,
      int atP,
      float[] velocity,
      int atVelocity,
      int count) {
    for (int i = 0; i < count; i++) {
      float moved = momentum * velocity[atVelocity + i] + g[atG + i];
      velocity[atVelocity + i] = moved;
      p[atP + i] -= rate * moved;
    }
  }

  @Override
  public void average(
      float decay, float gain, float[] x, int atX, float[] average, int atAverage, int count) {
    for (int i = 0; i < count; i++) {
      average[atAverage + i] = decay * average[atAverage + i] + gain * x[atX + i];
    }
  }
}
