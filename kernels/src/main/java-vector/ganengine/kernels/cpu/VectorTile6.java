package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The micro-kernel for 16 vector registers: 6 rows of 2 vectors, which leaves 4 for the factors.
 * See {@link VectorTile8} for its form.
 */
final class VectorTile6 implements MicroKernel {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final float[] ZEROS = new float[2 * LANES];

  @Override
  public int rows() {
    return 6;
  }

  @Override
  public int columns() {
    return 2 * LANES;
  }

  @Override
  public MicroKernel narrow() {
    return new VectorTile6Narrow();
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
    int row0 = rowAt[row] + column;
    int row1 = rowAt[row + 1] + column;
    int row2 = rowAt[row + 2] + column;
    int row3 = rowAt[row + 3] + column;
    int row4 = rowAt[row + 4] + column;
    int row5 = rowAt[row + 5] + column;
    float[] old = first ? ZEROS : c;
    int keep = first ? 0 : -1;
    FloatVector c0L = FloatVector.fromArray(SPECIES, old, (row0 & keep));
    FloatVector c0R = FloatVector.fromArray(SPECIES, old, (row0 & keep) + LANES);
    FloatVector c1L = FloatVector.fromArray(SPECIES, old, (row1 & keep));
    FloatVector c1R = FloatVector.fromArray(SPECIES, old, (row1 & keep) + LANES);
    FloatVector c2L = FloatVector.fromArray(SPECIES, old, (row2 & keep));
    FloatVector c2R = FloatVector.fromArray(SPECIES, old, (row2 & keep) + LANES);
    FloatVector c3L = FloatVector.fromArray(SPECIES, old, (row3 & keep));
    FloatVector c3R = FloatVector.fromArray(SPECIES, old, (row3 & keep) + LANES);
    FloatVector c4L = FloatVector.fromArray(SPECIES, old, (row4 & keep));
    FloatVector c4R = FloatVector.fromArray(SPECIES, old, (row4 & keep) + LANES);
    FloatVector c5L = FloatVector.fromArray(SPECIES, old, (row5 & keep));
    FloatVector c5R = FloatVector.fromArray(SPECIES, old, (row5 & keep) + LANES);
    for (int p = 0; p < depth; p++) {
      int at = bAt + p * 2 * LANES;
      FloatVector bL = FloatVector.fromArray(SPECIES, b, at);
      FloatVector bR = FloatVector.fromArray(SPECIES, b, at + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt + p]);
      c0L = a0.fma(bL, c0L);
      c0R = a0.fma(bR, c0R);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + p + DEPTH]);
      c1L = a1.fma(bL, c1L);
      c1R = a1.fma(bR, c1R);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + p + 2 * DEPTH]);
      c2L = a2.fma(bL, c2L);
      c2R = a2.fma(bR, c2R);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + p + 3 * DEPTH]);
      c3L = a3.fma(bL, c3L);
      c3R = a3.fma(bR, c3R);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + p + 4 * DEPTH]);
      c4L = a4.fma(bL, c4L);
      c4R = a4.fma(bR, c4R);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + p + 5 * DEPTH]);
      c5L = a5.fma(bL, c5L);
      c5R = a5.fma(bR, c5R);
    }
    c0L.intoArray(c, row0);
    c0R.intoArray(c, row0 + LANES);
    c1L.intoArray(c, row1);
    c1R.intoArray(c, row1 + LANES);
    c2L.intoArray(c, row2);
    c2R.intoArray(c, row2 + LANES);
    c3L.intoArray(c, row3);
    c3R.intoArray(c, row3 + LANES);
    c4L.intoArray(c, row4);
    c4R.intoArray(c, row4 + LANES);
    c5L.intoArray(c, row5);
    c5R.intoArray(c, row5 + LANES);
  }
}
