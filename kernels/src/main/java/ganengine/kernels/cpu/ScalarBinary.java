package ganengine.kernels.cpu;

/**
 * The loops of {@code BinaryFunction}: out[to + i] = f(a[atA + i], b[atB + i]) for i below count.
 */
final class ScalarBinary {
  private ScalarBinary() {}

  static void add(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = a[atA + i] + b[atB + i];
    }
  }

  static void subtract(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = a[atA + i] - b[atB + i];
    }
  }

  static void multiply(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = a[atA + i] * b[atB + i];
    }
  }

  static void divide(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = a[atA + i] / b[atB + i];
    }
  }

  static void maximum(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = Math.max(a[atA + i], b[atB + i]);
    }
  }

  static void tanhGradient(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = a[atA + i] * (1 - b[atB + i] * b[atB + i]);
    }
  }

  static void sigmoidGradient(
      float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = a[atA + i] * b[atB + i] * (1 - b[atB + i]);
    }
  }

  static void softplusGradient(
      float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = (float) (a[atA + i] * ScalarUnary.sigmoid(b[atB + i]));
    }
  }

  static void leakyReluGradient(
      float p, float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i++) {
      out[to + i] = b[atB + i] > 0 ? a[atA + i] : p * a[atA + i];
    }
  }
}
