package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Narrow loops whose sums stay in registers: 12 of a filter's gradient, 16 of an image's. All terms
 * are one loop: with sums carried through nested ones, both took 10 to 20 times as long on JDK 17.
 */
final class VectorNarrowLoops implements NarrowLoops {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  @Override
  public int lanes() {
    return LANES;
  }

  /**
   * Two take 19 of the 32 registers that there are with 512 bits; elsewhere there are 16. Three
   * would take 28, but half of all starts on JDK 17 compiled that to half the speed.
   */
  @Override
  public int bandVectors() {
    return SPECIES.vectorBitSize() == 512 ? BAND_VECTORS : 1;
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
    VectorBandTile.run(vectors, filter, panel, a, aAt, line, rows, row, c, cAt, room);
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

  /**
   * Vectors of a step from the last to the first: what one writes beyond its step, the next step's
   * first vector writes over.
   */
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
    for (int v = (step - 1) / LANES * LANES; v >= 0; v -= LANES) {
      VectorMask<Float> counted = SPECIES.indexInRange(v, count);
      int from0 = from[first] + v;
      int from1 = from[first + 1] + v;
      int from2 = from[first + 2] + v;
      int from3 = from[first + 3] + v;
      int stride0 = strides[first];
      int stride1 = strides[first + 1];
      int stride2 = strides[first + 2];
      int stride3 = strides[first + 3];
      for (int s = 0; s < steps; s++) {
        FloatVector a = FloatVector.fromArray(SPECIES, taps, from0 + s * stride0);
        FloatVector b = FloatVector.fromArray(SPECIES, taps, from1 + s * stride1);
        FloatVector c = FloatVector.fromArray(SPECIES, taps, from2 + s * stride2);
        FloatVector d = FloatVector.fromArray(SPECIES, taps, from3 + s * stride3);
        FloatVector sum = FloatVector.fromArray(SPECIES, old, atOld + v + s * stepOld);
        sum.add(a.add(b).add(c.add(d)), counted).intoArray(to, atTo + v + s * step);
      }
    }
  }
}
