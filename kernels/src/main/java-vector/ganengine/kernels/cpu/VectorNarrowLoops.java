package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Narrow loops whose sums stay in registers: 8 of a band, 12 of a filter's gradient, 16 of an
 * image's. All terms are one loop: with sums carried through nested ones, both took 10 to 20 times
 * as long on JDK 17.
 */
final class VectorNarrowLoops implements NarrowLoops {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void band(
      int taps,
      int line,
      int depth,
      float[] a,
      BandRows rows,
      int row,
      float[] b,
      int bAt,
      int column,
      float[] c,
      int toAt,
      float[] tile) {
    bandTile(taps, line, depth, a, rows.from, row, b, bAt, tile);
    for (int i = 0; i < BAND_ROWS; i++) {
      int count = rows.lengths[row + i] - column;
      int to = toAt + rows.to[row + i] + column;
      if (count >= LANES) {
        FloatVector.fromArray(SPECIES, tile, i * LANES).intoArray(c, to);
      } else if (count > 0) {
        System.arraycopy(tile, i * LANES, c, to, count);
      }
    }
  }

  private static void bandTile(
      int taps,
      int line,
      int depth,
      float[] a,
      int[] from,
      int row,
      float[] b,
      int bAt,
      float[] tile) {
    int from0 = from[row];
    int from1 = from[row + 1];
    int from2 = from[row + 2];
    int from3 = from[row + 3];
    int from4 = from[row + 4];
    int from5 = from[row + 5];
    int from6 = from[row + 6];
    int from7 = from[row + 7];
    FloatVector c0 = FloatVector.zero(SPECIES);
    FloatVector c1 = c0;
    FloatVector c2 = c0;
    FloatVector c3 = c0;
    FloatVector c4 = c0;
    FloatVector c5 = c0;
    FloatVector c6 = c0;
    FloatVector c7 = c0;
    int at = 0;
    int left = depth;
    for (int k = 0; k < taps * depth; k++) {
      FloatVector v = FloatVector.fromArray(SPECIES, b, bAt + k * LANES);
      c0 = FloatVector.broadcast(SPECIES, a[from0 + at]).fma(v, c0);
      c1 = FloatVector.broadcast(SPECIES, a[from1 + at]).fma(v, c1);
      c2 = FloatVector.broadcast(SPECIES, a[from2 + at]).fma(v, c2);
      c3 = FloatVector.broadcast(SPECIES, a[from3 + at]).fma(v, c3);
      c4 = FloatVector.broadcast(SPECIES, a[from4 + at]).fma(v, c4);
      c5 = FloatVector.broadcast(SPECIES, a[from5 + at]).fma(v, c5);
      c6 = FloatVector.broadcast(SPECIES, a[from6 + at]).fma(v, c6);
      c7 = FloatVector.broadcast(SPECIES, a[from7 + at]).fma(v, c7);
      at++;
      left--;
      if (left == 0) {
        at += line - depth;
        left = depth;
      }
    }
    c0.intoArray(tile, 0);
    c1.intoArray(tile, LANES);
    c2.intoArray(tile, 2 * LANES);
    c3.intoArray(tile, 3 * LANES);
    c4.intoArray(tile, 4 * LANES);
    c5.intoArray(tile, 5 * LANES);
    c6.intoArray(tile, 6 * LANES);
    c7.intoArray(tile, 7 * LANES);
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
    int channel0 = channels[channel];
    int channel1 = channels[channel + 1];
    int channel2 = channels[channel + 2];
    int channel3 = channels[channel + 3];
    int offset0 = offsets[vector];
    int offset1 = offsets[vector + 1];
    int offset2 = offsets[vector + 2];
    FloatVector c00 = FloatVector.fromArray(SPECIES, c, at);
    FloatVector c01 = FloatVector.fromArray(SPECIES, c, at + LANES);
    FloatVector c02 = FloatVector.fromArray(SPECIES, c, at + 2 * LANES);
    FloatVector c10 = FloatVector.fromArray(SPECIES, c, at + 3 * LANES);
    FloatVector c11 = FloatVector.fromArray(SPECIES, c, at + 4 * LANES);
    FloatVector c12 = FloatVector.fromArray(SPECIES, c, at + 5 * LANES);
    FloatVector c20 = FloatVector.fromArray(SPECIES, c, at + 6 * LANES);
    FloatVector c21 = FloatVector.fromArray(SPECIES, c, at + 7 * LANES);
    FloatVector c22 = FloatVector.fromArray(SPECIES, c, at + 8 * LANES);
    FloatVector c30 = FloatVector.fromArray(SPECIES, c, at + 9 * LANES);
    FloatVector c31 = FloatVector.fromArray(SPECIES, c, at + 10 * LANES);
    FloatVector c32 = FloatVector.fromArray(SPECIES, c, at + 11 * LANES);
    int fromG = atG;
    int fromX = atX;
    int left = pixels;
    for (int p = 0; p < lines * pixels; p++) {
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, fromX + offset0);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, fromX + offset1);
      FloatVector x2 = FloatVector.fromArray(SPECIES, x, fromX + offset2);
      FloatVector g0 = FloatVector.broadcast(SPECIES, g[fromG + channel0]);
      c00 = g0.fma(x0, c00);
      c01 = g0.fma(x1, c01);
      c02 = g0.fma(x2, c02);
      FloatVector g1 = FloatVector.broadcast(SPECIES, g[fromG + channel1]);
      c10 = g1.fma(x0, c10);
      c11 = g1.fma(x1, c11);
      c12 = g1.fma(x2, c12);
      FloatVector g2 = FloatVector.broadcast(SPECIES, g[fromG + channel2]);
      c20 = g2.fma(x0, c20);
      c21 = g2.fma(x1, c21);
      c22 = g2.fma(x2, c22);
      FloatVector g3 = FloatVector.broadcast(SPECIES, g[fromG + channel3]);
      c30 = g3.fma(x0, c30);
      c31 = g3.fma(x1, c31);
      c32 = g3.fma(x2, c32);
      fromG += stepG;
      fromX += stepX;
      left--;
      if (left == 0) {
        fromG += lineG - pixels * stepG;
        fromX += lineX - pixels * stepX;
        left = pixels;
      }
    }
    c00.intoArray(c, at);
    c01.intoArray(c, at + LANES);
    c02.intoArray(c, at + 2 * LANES);
    c10.intoArray(c, at + 3 * LANES);
    c11.intoArray(c, at + 4 * LANES);
    c12.intoArray(c, at + 5 * LANES);
    c20.intoArray(c, at + 6 * LANES);
    c21.intoArray(c, at + 7 * LANES);
    c22.intoArray(c, at + 8 * LANES);
    c30.intoArray(c, at + 9 * LANES);
    c31.intoArray(c, at + 10 * LANES);
    c32.intoArray(c, at + 11 * LANES);
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
    int from0 = atX + offsets[tap];
    int from1 = atX + offsets[tap + 1];
    int from2 = atX + offsets[tap + 2];
    int from3 = atX + offsets[tap + 3];
    FloatVector c00 = FloatVector.fromArray(SPECIES, c, at);
    FloatVector c01 = FloatVector.fromArray(SPECIES, c, at + LANES);
    FloatVector c02 = FloatVector.fromArray(SPECIES, c, at + 2 * LANES);
    FloatVector c03 = FloatVector.fromArray(SPECIES, c, at + 3 * LANES);
    FloatVector c10 = FloatVector.fromArray(SPECIES, c, at + 4 * LANES);
    FloatVector c11 = FloatVector.fromArray(SPECIES, c, at + 5 * LANES);
    FloatVector c12 = FloatVector.fromArray(SPECIES, c, at + 6 * LANES);
    FloatVector c13 = FloatVector.fromArray(SPECIES, c, at + 7 * LANES);
    FloatVector c20 = FloatVector.fromArray(SPECIES, c, at + 8 * LANES);
    FloatVector c21 = FloatVector.fromArray(SPECIES, c, at + 9 * LANES);
    FloatVector c22 = FloatVector.fromArray(SPECIES, c, at + 10 * LANES);
    FloatVector c23 = FloatVector.fromArray(SPECIES, c, at + 11 * LANES);
    FloatVector c30 = FloatVector.fromArray(SPECIES, c, at + 12 * LANES);
    FloatVector c31 = FloatVector.fromArray(SPECIES, c, at + 13 * LANES);
    FloatVector c32 = FloatVector.fromArray(SPECIES, c, at + 14 * LANES);
    FloatVector c33 = FloatVector.fromArray(SPECIES, c, at + 15 * LANES);
    int fromG = atG;
    int step = 0;
    for (int p = 0; p < pixels; p++) {
      FloatVector g0 = FloatVector.fromArray(SPECIES, g, fromG);
      FloatVector g1 = FloatVector.fromArray(SPECIES, g, fromG + LANES);
      FloatVector g2 = FloatVector.fromArray(SPECIES, g, fromG + 2 * LANES);
      FloatVector g3 = FloatVector.fromArray(SPECIES, g, fromG + 3 * LANES);
      FloatVector x0 = FloatVector.broadcast(SPECIES, x[from0 + step]);
      c00 = x0.fma(g0, c00);
      c01 = x0.fma(g1, c01);
      c02 = x0.fma(g2, c02);
      c03 = x0.fma(g3, c03);
      FloatVector x1 = FloatVector.broadcast(SPECIES, x[from1 + step]);
      c10 = x1.fma(g0, c10);
      c11 = x1.fma(g1, c11);
      c12 = x1.fma(g2, c12);
      c13 = x1.fma(g3, c13);
      FloatVector x2 = FloatVector.broadcast(SPECIES, x[from2 + step]);
      c20 = x2.fma(g0, c20);
      c21 = x2.fma(g1, c21);
      c22 = x2.fma(g2, c22);
      c23 = x2.fma(g3, c23);
      FloatVector x3 = FloatVector.broadcast(SPECIES, x[from3 + step]);
      c30 = x3.fma(g0, c30);
      c31 = x3.fma(g1, c31);
      c32 = x3.fma(g2, c32);
      c33 = x3.fma(g3, c33);
      fromG += stepG;
      step += stepX;
    }
    c00.intoArray(c, at);
    c01.intoArray(c, at + LANES);
    c02.intoArray(c, at + 2 * LANES);
    c03.intoArray(c, at + 3 * LANES);
    c10.intoArray(c, at + 4 * LANES);
    c11.intoArray(c, at + 5 * LANES);
    c12.intoArray(c, at + 6 * LANES);
    c13.intoArray(c, at + 7 * LANES);
    c20.intoArray(c, at + 8 * LANES);
    c21.intoArray(c, at + 9 * LANES);
    c22.intoArray(c, at + 10 * LANES);
    c23.intoArray(c, at + 11 * LANES);
    c30.intoArray(c, at + 12 * LANES);
    c31.intoArray(c, at + 13 * LANES);
    c32.intoArray(c, at + 14 * LANES);
    c33.intoArray(c, at + 15 * LANES);
  }
}
