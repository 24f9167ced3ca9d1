package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link VectorTile8} on the left half of its column panel: 8 rows of 1 vector. */
final class VectorTile8Narrow implements MicroKernel {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final float[] ZEROS = new float[LANES];

  @Override
  public int rows() {
    return 8;
  }

  @Override
  public int columns() {
    return LANES;
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
    int row0 = rowAt[row] + column;
    int row1 = rowAt[row + 1] + column;
    int row2 = rowAt[row + 2] + column;
    int row3 = rowAt[row + 3] + column;
    int row4 = rowAt[row + 4] + column;
    int row5 = rowAt[row + 5] + column;
    int row6 = rowAt[row + 6] + column;
    int row7 = rowAt[row + 7] + column;
    float[] old = first ? ZEROS : c;
    int keep = first ? 0 : -1;
    FloatVector c0L = FloatVector.fromArray(SPECIES, old, (row0 & keep));
    FloatVector c1L = FloatVector.fromArray(SPECIES, old, (row1 & keep));
    FloatVector c2L = FloatVector.fromArray(SPECIES, old, (row2 & keep));
    FloatVector c3L = FloatVector.fromArray(SPECIES, old, (row3 & keep));
    FloatVector c4L = FloatVector.fromArray(SPECIES, old, (row4 & keep));
    FloatVector c5L = FloatVector.fromArray(SPECIES, old, (row5 & keep));
    FloatVector c6L = FloatVector.fromArray(SPECIES, old, (row6 & keep));
    FloatVector c7L = FloatVector.fromArray(SPECIES, old, (row7 & keep));
    for (int p = 0; p < depth; p++) {
      int at = bAt + p * 2 * LANES;
      FloatVector bL = FloatVector.fromArray(SPECIES, b, at);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt + p]);
      c0L = a0.fma(bL, c0L);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + p + DEPTH]);
      c1L = a1.fma(bL, c1L);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + p + 2 * DEPTH]);
      c2L = a2.fma(bL, c2L);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + p + 3 * DEPTH]);
      c3L = a3.fma(bL, c3L);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + p + 4 * DEPTH]);
      c4L = a4.fma(bL, c4L);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + p + 5 * DEPTH]);
      c5L = a5.fma(bL, c5L);
      FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + p + 6 * DEPTH]);
      c6L = a6.fma(bL, c6L);
      FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + p + 7 * DEPTH]);
      c7L = a7.fma(bL, c7L);
    }
    c0L.intoArray(c, row0);
    c1L.intoArray(c, row1);
    c2L.intoArray(c, row2);
    c3L.intoArray(c, row3);
    c4L.intoArray(c, row4);
    c5L.intoArray(c, row5);
    c6L.intoArray(c, row6);
    c7L.intoArray(c, row7);
  }
}
