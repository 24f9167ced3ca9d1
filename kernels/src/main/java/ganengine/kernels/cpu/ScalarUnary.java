package ganengine.kernels.cpu;

/** The loops of {@code UnaryFunction}: out[to + i] = f(x[at + i]) for i below count. */
final class ScalarUnary {
  private ScalarUnary() {}

  static void negate(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = -x[at + i];
    }
  }

  static void affine(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = p * x[at + i] + q;
    }
  }

  static void abs(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = Math.abs(x[at + i]);
    }
  }

  static void sign(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = Math.signum(x[at + i]);
    }
  }

  static void square(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = x[at + i] * x[at + i];
    }
  }

  static void sqrt(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = (float) Math.sqrt(x[at + i]);
    }
  }

  static void reciprocal(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = 1 / x[at + i];
    }
  }

  static void exp(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = (float) Math.exp(x[at + i]);
    }
  }

  static void log(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = (float) Math.log(x[at + i]);
    }
  }

  static void tanh(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = (float) Math.tanh(x[at + i]);
    }
  }

  static void sigmoid(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = (float) sigmoid(x[at + i]);
    }
  }

  static void softplus(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      float v = x[at + i];
      out[to + i] = (float) (Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))));
    }
  }

  static void leakyRelu(float p, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = x[at + i] > 0 ? x[at + i] : p * x[at + i];
    }
  }

  static void clamp(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = Math.min(Math.max(x[at + i], p), q);
    }
  }

  static void within(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = p <= x[at + i] && x[at + i] <= q ? 1 : 0;
    }
  }

  static void below(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = x[at + i] < p ? q : 0;
    }
  }

  /** E to the -x is infinite at worst, and then the quotient is 0 as it should be. */
  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
