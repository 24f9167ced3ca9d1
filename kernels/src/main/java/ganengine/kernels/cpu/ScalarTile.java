package ganengine.kernels.cpu;

/** The micro-kernel without the Vector API: a 4 x 4 tile in scalar registers. */
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
  public void multiplyAdd(
      int depth,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      float[] c,
      int[] rowAt,
      int row,
      int column) {
    // Two rows at a time: eight sums and six factors fit sixteen registers.
    pair(depth, a, aAt, b, bAt, c, rowAt[row] + column, rowAt[row + 1] + column);
    pair(depth, a, aAt + 2 * DEPTH, b, bAt, c, rowAt[row + 2] + column, rowAt[row + 3] + column);
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
