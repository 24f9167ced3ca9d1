package ganengine.kernels.cpu;

/** {@link WinogradLoops} a channel at a time. */
final class ScalarWinogradLoops implements WinogradLoops {
  @Override
  public void window(
      float[] x,
      int atX,
      int rowStride,
      int columnStride,
      float[] points,
      int at,
      int pointStride,
      int count) {
    for (int c = 0; c < count; c++) {
      float m0 = x[atX + c + columnStride];
      float l0 = x[atX + c] - m0;
      float r0 = x[atX + c + 2 * columnStride] - m0;
      float m1 = x[atX + c + rowStride + columnStride];
      float l1 = x[atX + c + rowStride] - m1;
      float r1 = x[atX + c + rowStride + 2 * columnStride] - m1;
      float m2 = x[atX + c + 2 * rowStride + columnStride];
      float l2 = x[atX + c + 2 * rowStride] - m2;
      float r2 = x[atX + c + 2 * rowStride + 2 * columnStride] - m2;
      points[at + c] = l0 - l1;
      points[at + c + pointStride] = m0 - m1;
      points[at + c + 2 * pointStride] = r0 - r1;
      points[at + c + 3 * pointStride] = l1;
      points[at + c + 4 * pointStride] = m1;
      points[at + c + 5 * pointStride] = r1;
      points[at + c + 6 * pointStride] = l2 - l1;
      points[at + c + 7 * pointStride] = m2 - m1;
      points[at + c + 8 * pointStride] = r2 - r1;
    }
  }

  @Override
  public void spread(
      float[] x,
      int atX,
      int rowStride,
      int columnStride,
      float[] points,
      int at,
      int pointStride,
      int count) {
    for (int c = 0; c < count; c++) {
      float l0 = x[atX + c];
      float r0 = x[atX + c + columnStride];
      float m0 = l0 + r0;
      float l1 = x[atX + c + rowStride];
      float r1 = x[atX + c + rowStride + columnStride];
      float m1 = l1 + r1;
      points[at + c] = l0;
      points[at + c + pointStride] = m0;
      points[at + c + 2 * pointStride] = r0;
      points[at + c + 3 * pointStride] = l0 + l1;
      points[at + c + 4 * pointStride] = m0 + m1;
      points[at + c + 5 * pointStride] = r0 + r1;
      points[at + c + 6 * pointStride] = l1;
      points[at + c + 7 * pointStride] = m1;
      points[at + c + 8 * pointStride] = r1;
    }
  }

  @Override
  public void fold(
      float[] points,
      int at,
      int pointStride,
      float[] y,
      int atY,
      int rowStride,
      int columnStride,
      int count) {
    for (int c = 0; c < count; c++) {
      float l = points[at + c + 3 * pointStride];
      float l0 = points[at + c] + l;
      float l1 = l + points[at + c + 6 * pointStride];
      float m = points[at + c + 4 * pointStride];
      float m0 = points[at + c + pointStride] + m;
      float m1 = m + points[at + c + 7 * pointStride];
      float r = points[at + c + 5 * pointStride];
      float r0 = points[at + c + 2 * pointStride] + r;
      float r1 = r + points[at + c + 8 * pointStride];
      y[atY + c] = l0 + m0;
      y[atY + c + columnStride] = m0 + r0;
      y[atY + c + rowStride] = l1 + m1;
      y[atY + c + rowStride + columnStride] = m1 + r1;
    }
  }

  @Override
  public void overlap(
      float[] points,
      int corner,
      int above,
      int before,
      int own,
      int pointStride,
      float[] x,
      int atX,
      int rowStride,
      int columnStride,
      int count) {
    for (int c = 0; c < count; c++) {
      float l0 = points[own + c];
      float r0 = points[own + c + 2 * pointStride];
      float odd0 = points[own + c + pointStride] - l0 - r0;
      float even0 = points[before + c + 2 * pointStride] + l0;
      float l1 = points[own + c + 3 * pointStride];
      float r1 = points[own + c + 5 * pointStride];
      float odd1 = points[own + c + 4 * pointStride] - l1 - r1;
      float even1 = points[before + c + 5 * pointStride] + l1;
      float l2 = points[own + c + 6 * pointStride];
      float r2 = points[own + c + 8 * pointStride];
      float odd2 = points[own + c + 7 * pointStride] - l2 - r2;
      float even2 = points[before + c + 8 * pointStride] + l2;
      float la = points[above + c + 6 * pointStride];
      float ra = points[above + c + 8 * pointStride];
      float oddAbove = points[above + c + 7 * pointStride] - la - ra;
      float evenAbove = points[corner + c + 8 * pointStride] + la;
      x[atX + c] = evenAbove + even0;
      x[atX + c + columnStride] = oddAbove + odd0;
      x[atX + c + rowStride] = even1 - even0 - even2;
      x[atX + c + rowStride + columnStride] = odd1 - odd0 - odd2;
    }
  }
}
