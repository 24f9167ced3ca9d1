package ganengine.kernels.cpu;

/** The micro-kernel without the Vector API: 4 x 4, two rows at a time to fit 16 registers. */
final class ScalarTile implements MicroKernel {
  @Override
  public int rows() {
    return 4;
  }

  @Override
  public int columns() {
    return 4;
  }

  @Override
  public MicroKernel narrow() {
    return this;
  }

  @Override
  public void multiplyAdd(
      int depth,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      boolean first,
      float[] c,
      int[] rowAt,
      int row,
      int column) {
    for (int i = 0; i < 4; i += 2) {
      int top = rowAt[row + i] + column;
      int bottom = rowAt[row + i + 1] + column;
      if (first) {
        for (int j = 0; j < 4; j++) {
          c[top + j] = 0;
          c[bottom + j] = 0;
        }
      }
      pair(depth, a, aAt + i * DEPTH, b, bAt, c, top, bottom);
    }
  }

  private static void pair(
      int depth, float[] a, int aAt, float[] b, int bAt, float[] c, int top, int bottom) {
    float t0 = c[top];
    float t1 = c[top + 1];
    float t2 = c[top + 2];
    float t3 = c[top + 3];
    float u0 = c[bottom];
    float u1 = c[bottom + 1];
    float u2 = c[bottom + 2];
    float u3 = c[bottom + 3];
    for (int p = 0; p < depth; p++) {
      float t = a[aAt + p];
      float u = a[aAt + DEPTH + p];
      int at = bAt + 4 * p;
      float b0 = b[at];
      float b1 = b[at + 1];
      float b2 = b[at + 2];
      float b3 = b[at + 3];
      t0 += t * b0;
      t1 += t * b1;
      t2 += t * b2;
      t3 += t * b3;
      u0 += u * b0;
      u1 += u * b1;
      u2 += u * b2;
      u3 += u * b3;
    }
    c[top] = t0;
    c[top + 1] = t1;
    c[top + 2] = t2;
    c[top + 3] = t3;
    c[bottom] = u0;
    c[bottom + 1] = u1;
    c[bottom + 2] = u2;
    c[bottom + 3] = u3;
  }
}
