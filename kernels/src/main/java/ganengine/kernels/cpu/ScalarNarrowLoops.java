package ganengine.kernels.cpu;

/** Narrow loops without the Vector API, for "vectors" of four. */
final class ScalarNarrowLoops implements NarrowLoops {
  private static final int LANES = 4;

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public int bandVectors() {
    return 1;
  }

  @Override
  public void band(
      int vectors,
      BandFilter filter,
      int panel,
      float[] a,
      int aAt,
      int line,
      BandRows rows,
      int row,
      float[] c,
      int cAt,
      float[] room) {
    for (int p = panel; p < panel + vectors; p++) {
      for (int i = row; i < row + BAND_ROWS; i++) {
        int count = Math.min(LANES, rows.lengths[i] - p * LANES);
        if (count > 0) {
          bandRow(
              filter.taps(),
              line,
              filter.depth(),
              a,
              aAt + rows.from[i],
              filter.reals(),
              filter.panelAt(p),
              room);
          System.arraycopy(room, 0, c, cAt + rows.to[i] + p * LANES, count);
        }
      }
    }
  }

  private static void bandRow(
      int taps, int line, int depth, float[] a, int from, float[] b, int bAt, float[] tile) {
    float c0 = 0;
    float c1 = 0;
    float c2 = 0;
    float c3 = 0;
    for (int t = 0; t < taps; t++) {
      int at = bAt + t * depth * LANES;
      for (int p = 0; p < depth; p++) {
        float v = a[from + t * line + p];
        c0 += v * b[at + p * LANES];
        c1 += v * b[at + p * LANES + 1];
        c2 += v * b[at + p * LANES + 2];
        c3 += v * b[at + p * LANES + 3];
      }
    }
    tile[0] = c0;
    tile[1] = c1;
    tile[2] = c2;
    tile[3] = c3;
  }

  @Override
  public void filterGradient(
      int lines,
      int pixels,
      float[] g,
      int atG,
      int lineG,
      int stepG,
      int[] channels,
      int channel,
      float[] x,
      int atX,
      int lineX,
      int stepX,
      int[] offsets,
      int vector,
      float[] c,
      int at) {
    for (int l = 0; l < lines; l++) {
      for (int i = 0; i < FILTER_ROWS; i++) {
        int fromG = atG + l * lineG + channels[channel + i];
        for (int v = 0; v < FILTER_VECTORS; v++) {
          int fromX = atX + l * lineX + offsets[vector + v];
          int to = at + (i * FILTER_VECTORS + v) * LANES;
          filterVector(pixels, g, fromG, stepG, x, fromX, stepX, c, to);
        }
      }
    }
  }

  private static void filterVector(
      int pixels, float[] g, int atG, int stepG, float[] x, int atX, int stepX, float[] c, int at) {
    float c0 = c[at];
    float c1 = c[at + 1];
    float c2 = c[at + 2];
    float c3 = c[at + 3];
    for (int p = 0; p < pixels; p++) {
      float v = g[atG + p * stepG];
      int from = atX + p * stepX;
      c0 += v * x[from];
      c1 += v * x[from + 1];
      c2 += v * x[from + 2];
      c3 += v * x[from + 3];
    }
    c[at] = c0;
    c[at + 1] = c1;
    c[at + 2] = c2;
    c[at + 3] = c3;
  }

  @Override
  public void imageFilterGradient(
      int pixels,
      float[] g,
      int atG,
      int stepG,
      float[] x,
      int atX,
      int[] offsets,
      int tap,
      int stepX,
      float[] c,
      int at) {
    for (int i = 0; i < IMAGE_TAPS; i += 2) {
      int fromX = atX + offsets[tap + i];
      int otherX = atX + offsets[tap + i + 1];
      for (int v = 0; v < IMAGE_VECTORS; v++) {
        int to = at + (i * IMAGE_VECTORS + v) * LANES;
        imageVectors(pixels, x, fromX, otherX, stepX, g, atG + v * LANES, stepG, c, to);
      }
    }
  }

  /** The same vector of two numbers under the window: of each g is used twice. */
  private static void imageVectors(
      int pixels,
      float[] x,
      int fromX,
      int otherX,
      int stepX,
      float[] g,
      int atG,
      int stepG,
      float[] c,
      int at) {
    int other = at + IMAGE_VECTORS * LANES;
    float c0 = c[at];
    float c1 = c[at + 1];
    float c2 = c[at + 2];
    float c3 = c[at + 3];
    float d0 = c[other];
    float d1 = c[other + 1];
    float d2 = c[other + 2];
    float d3 = c[other + 3];
    for (int p = 0; p < pixels; p++) {
      float v = x[fromX + p * stepX];
      float w = x[otherX + p * stepX];
      int from = atG + p * stepG;
      c0 += v * g[from];
      c1 += v * g[from + 1];
      c2 += v * g[from + 2];
      c3 += v * g[from + 3];
      d0 += w * g[from];
      d1 += w * g[from + 1];
      d2 += w * g[from + 2];
      d3 += w * g[from + 3];
    }
    c[at] = c0;
    c[at + 1] = c1;
    c[at + 2] = c2;
    c[at + 3] = c3;
    c[other] = d0;
    c[other + 1] = d1;
    c[other + 2] = d2;
    c[other + 3] = d3;
  }

  @Override
  public void windows(
      int steps,
      int step,
      int count,
      float[] taps,
      int[] from,
      int[] strides,
      int first,
      float[] old,
      int atOld,
      int stepOld,
      float[] to,
      int atTo) {
    for (int s = 0; s < steps; s++) {
      int from0 = from[first] + s * strides[first];
      int from1 = from[first + 1] + s * strides[first + 1];
      int from2 = from[first + 2] + s * strides[first + 2];
      int from3 = from[first + 3] + s * strides[first + 3];
      for (int j = 0; j < count; j++) {
        float sum = taps[from0 + j] + taps[from1 + j] + (taps[from2 + j] + taps[from3 + j]);
        to[atTo + s * step + j] = old[atOld + s * stepOld + j] + sum;
      }
      for (int j = count; j < step; j++) {
        to[atTo + s * step + j] = old[atOld + s * stepOld + j];
      }
    }
  }
}
