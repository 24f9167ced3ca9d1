package ganengine.kernels.cpu;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of a banded product, 8 rows of one or two vectors, whose sums stay in registers. All terms
 * are one loop, on the grounds given in {@link VectorNarrowLoops}.
 */
final class VectorBandTile {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = NarrowLoops.BAND_ROWS;

  /** Where the rows of a tile lie in working memory. */
  private static final int[] ROOM_ROWS = new int[ROWS];

  static {
    Arrays.setAll(ROOM_ROWS, i -> i * NarrowLoops.BAND_VECTORS * LANES);
  }

  private VectorBandTile() {}

  /** See {@link NarrowLoops#band}. */
  static void run(
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
    int column = panel * LANES;
    int width = vectors * LANES;
    if (fills(rows.lengths, row, column + width)) {
      tile(vectors, filter, panel, a, aAt, line, rows.from, row, c, cAt + column, rows.to, row);
      return;
    }
    tile(vectors, filter, panel, a, aAt, line, rows.from, row, room, 0, ROOM_ROWS, 0);
    for (int i = 0; i < ROWS; i++) {
      int count = Math.min(width, rows.lengths[row + i] - column);
      if (count > 0) {
        System.arraycopy(room, ROOM_ROWS[i], c, cAt + rows.to[row + i] + column, count);
      }
    }
  }

  private static boolean fills(int[] lengths, int row, int columns) {
    boolean fills = true;
    for (int i = row; i < row + ROWS; i++) {
      fills &= lengths[i] >= columns;
    }
    return fills;
  }

  private static void tile(
      int vectors,
      BandFilter filter,
      int panel,
      float[] a,
      int aAt,
      int line,
      int[] from,
      int row,
      float[] c,
      int cAt,
      int[] to,
      int first) {
    int taps = filter.taps();
    int depth = filter.depth();
    float[] b = filter.reals();
    int bAt = filter.panelAt(panel);
    if (vectors == 1) {
      bandOne(taps, line, depth, a, aAt, from, row, b, bAt, c, cAt, to, first);
    } else {
      bandTwo(taps, line, depth, a, aAt, from, row, b, bAt, c, cAt, to, first);
    }
  }

  private static void bandOne(
      int taps,
      int line,
      int depth,
      float[] a,
      int aAt,
      int[] from,
      int row,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      int[] to,
      int first) {
    int from0 = aAt + from[row];
    int from1 = aAt + from[row + 1];
    int from2 = aAt + from[row + 2];
    int from3 = aAt + from[row + 3];
    int from4 = aAt + from[row + 4];
    int from5 = aAt + from[row + 5];
    int from6 = aAt + from[row + 6];
    int from7 = aAt + from[row + 7];
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
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt + k * LANES);
      c0 = FloatVector.broadcast(SPECIES, a[from0 + at]).fma(b0, c0);
      c1 = FloatVector.broadcast(SPECIES, a[from1 + at]).fma(b0, c1);
      c2 = FloatVector.broadcast(SPECIES, a[from2 + at]).fma(b0, c2);
      c3 = FloatVector.broadcast(SPECIES, a[from3 + at]).fma(b0, c3);
      c4 = FloatVector.broadcast(SPECIES, a[from4 + at]).fma(b0, c4);
      c5 = FloatVector.broadcast(SPECIES, a[from5 + at]).fma(b0, c5);
      c6 = FloatVector.broadcast(SPECIES, a[from6 + at]).fma(b0, c6);
      c7 = FloatVector.broadcast(SPECIES, a[from7 + at]).fma(b0, c7);
      at++;
      left--;
      if (left == 0) {
        at += line - depth;
        left = depth;
      }
    }
    c0.intoArray(c, cAt + to[first]);
    c1.intoArray(c, cAt + to[first + 1]);
    c2.intoArray(c, cAt + to[first + 2]);
    c3.intoArray(c, cAt + to[first + 3]);
    c4.intoArray(c, cAt + to[first + 4]);
    c5.intoArray(c, cAt + to[first + 5]);
    c6.intoArray(c, cAt + to[first + 6]);
    c7.intoArray(c, cAt + to[first + 7]);
  }

  private static void bandTwo(
      int taps,
      int line,
      int depth,
      float[] a,
      int aAt,
      int[] from,
      int row,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      int[] to,
      int first) {
    int from0 = aAt + from[row];
    int from1 = aAt + from[row + 1];
    int from2 = aAt + from[row + 2];
    int from3 = aAt + from[row + 3];
    int from4 = aAt + from[row + 4];
    int from5 = aAt + from[row + 5];
    int from6 = aAt + from[row + 6];
    int from7 = aAt + from[row + 7];
    int panel = taps * depth * LANES;
    FloatVector c00 = FloatVector.zero(SPECIES);
    FloatVector c01 = c00;
    FloatVector c10 = c00;
    FloatVector c11 = c00;
    FloatVector c20 = c00;
    FloatVector c21 = c00;
    FloatVector c30 = c00;
    FloatVector c31 = c00;
    FloatVector c40 = c00;
    FloatVector c41 = c00;
    FloatVector c50 = c00;
    FloatVector c51 = c00;
    FloatVector c60 = c00;
    FloatVector c61 = c00;
    FloatVector c70 = c00;
    FloatVector c71 = c00;
    int at = 0;
    int left = depth;
    for (int k = 0; k < taps * depth; k++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt + k * LANES);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + panel + k * LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[from0 + at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[from1 + at]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[from2 + at]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[from3 + at]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[from4 + at]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[from5 + at]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      FloatVector a6 = FloatVector.broadcast(SPECIES, a[from6 + at]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      FloatVector a7 = FloatVector.broadcast(SPECIES, a[from7 + at]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
      at++;
      left--;
      if (left == 0) {
        at += line - depth;
        left = depth;
      }
    }
    int to0 = cAt + to[first];
    int to1 = cAt + to[first + 1];
    int to2 = cAt + to[first + 2];
    int to3 = cAt + to[first + 3];
    int to4 = cAt + to[first + 4];
    int to5 = cAt + to[first + 5];
    int to6 = cAt + to[first + 6];
    int to7 = cAt + to[first + 7];
    c00.intoArray(c, to0);
    c01.intoArray(c, to0 + LANES);
    c10.intoArray(c, to1);
    c11.intoArray(c, to1 + LANES);
    c20.intoArray(c, to2);
    c21.intoArray(c, to2 + LANES);
    c30.intoArray(c, to3);
    c31.intoArray(c, to3 + LANES);
    c40.intoArray(c, to4);
    c41.intoArray(c, to4 + LANES);
    c50.intoArray(c, to5);
    c51.intoArray(c, to5 + LANES);
    c60.intoArray(c, to6);
    c61.intoArray(c, to6 + LANES);
    c70.intoArray(c, to7);
    c71.intoArray(c, to7 + LANES);
  }
}
