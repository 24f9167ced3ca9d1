package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link WinogradLoops} a vector of channels at a time. */
final class VectorWinogradLoops implements WinogradLoops {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

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
    for (int c = 0; c < count; c += LANES) {
      FloatVector m0 = FloatVector.fromArray(SPECIES, x, atX + c + columnStride);
      FloatVector l0 = FloatVector.fromArray(SPECIES, x, atX + c).sub(m0);
      FloatVector r0 = FloatVector.fromArray(SPECIES, x, atX + c + 2 * columnStride).sub(m0);
      FloatVector m1 = FloatVector.fromArray(SPECIES, x, atX + c + rowStride + columnStride);
      FloatVector l1 = FloatVector.fromArray(SPECIES, x, atX + c + rowStride).sub(m1);
      FloatVector r1 =
          FloatVector.fromArray(SPECIES, x, atX + c + rowStride + 2 * columnStride).sub(m1);
      FloatVector m2 = FloatVector.fromArray(SPECIES, x, atX + c + 2 * rowStride + columnStride);
      FloatVector l2 = FloatVector.fromArray(SPECIES, x, atX + c + 2 * rowStride).sub(m2);
      FloatVector r2 =
          FloatVector.fromArray(SPECIES, x, atX + c + 2 * rowStride + 2 * columnStride).sub(m2);
      l0.sub(l1).intoArray(points, at + c);
      m0.sub(m1).intoArray(points, at + c + pointStride);
      r0.sub(r1).intoArray(points, at + c + 2 * pointStride);
      l1.intoArray(points, at + c + 3 * pointStride);
      m1.intoArray(points, at + c + 4 * pointStride);
      r1.intoArray(points, at + c + 5 * pointStride);
      l2.sub(l1).intoArray(points, at + c + 6 * pointStride);
      m2.sub(m1).intoArray(points, at + c + 7 * pointStride);
      r2.sub(r1).intoArray(points, at + c + 8 * pointStride);
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
    for (int c = 0; c < count; c += LANES) {
      FloatVector l0 = FloatVector.fromArray(SPECIES, x, atX + c);
      FloatVector r0 = FloatVector.fromArray(SPECIES, x, atX + c + columnStride);
      FloatVector m0 = l0.add(r0);
      FloatVector l1 = FloatVector.fromArray(SPECIES, x, atX + c + rowStride);
      FloatVector r1 = FloatVector.fromArray(SPECIES, x, atX + c + rowStride + columnStride);
      FloatVector m1 = l1.add(r1);
      l0.intoArray(points, at + c);
      m0.intoArray(points, at + c + pointStride);
      r0.intoArray(points, at + c + 2 * pointStride);
      l0.add(l1).intoArray(points, at + c + 3 * pointStride);
      m0.add(m1).intoArray(points, at + c + 4 * pointStride);
      r0.add(r1).intoArray(points, at + c + 5 * pointStride);
      l1.intoArray(points, at + c + 6 * pointStride);
      m1.intoArray(points, at + c + 7 * pointStride);
      r1.intoArray(points, at + c + 8 * pointStride);
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
    for (int c = 0; c < count; c += LANES) {
      FloatVector l = FloatVector.fromArray(SPECIES, points, at + c + 3 * pointStride);
      FloatVector l0 = FloatVector.fromArray(SPECIES, points, at + c).add(l);
      FloatVector l1 = l.add(FloatVector.fromArray(SPECIES, points, at + c + 6 * pointStride));
      FloatVector m = FloatVector.fromArray(SPECIES, points, at + c + 4 * pointStride);
      FloatVector m0 = FloatVector.fromArray(SPECIES, points, at + c + pointStride).add(m);
      FloatVector m1 = m.add(FloatVector.fromArray(SPECIES, points, at + c + 7 * pointStride));
      FloatVector r = FloatVector.fromArray(SPECIES, points, at + c + 5 * pointStride);
      FloatVector r0 = FloatVector.fromArray(SPECIES, points, at + c + 2 * pointStride).add(r);
      FloatVector r1 = r.add(FloatVector.fromArray(SPECIES, points, at + c + 8 * pointStride));
      l0.add(m0).intoArray(y, atY + c);
      m0.add(r0).intoArray(y, atY + c + columnStride);
      l1.add(m1).intoArray(y, atY + c + rowStride);
      m1.add(r1).intoArray(y, atY + c + rowStride + columnStride);
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
    for (int c = 0; c < count; c += LANES) {
      FloatVector l0 = FloatVector.fromArray(SPECIES, points, own + c);
      FloatVector r0 = FloatVector.fromArray(SPECIES, points, own + c + 2 * pointStride);
      FloatVector odd0 =
          FloatVector.fromArray(SPECIES, points, own + c + pointStride).sub(l0).sub(r0);
      FloatVector even0 =
          FloatVector.fromArray(SPECIES, points, before + c + 2 * pointStride).add(l0);
      FloatVector l1 = FloatVector.fromArray(SPECIES, points, own + c + 3 * pointStride);
      FloatVector r1 = FloatVector.fromArray(SPECIES, points, own + c + 5 * pointStride);
      FloatVector odd1 =
          FloatVector.fromArray(SPECIES, points, own + c + 4 * pointStride).sub(l1).sub(r1);
      FloatVector even1 =
          FloatVector.fromArray(SPECIES, points, before + c + 5 * pointStride).add(l1);
      FloatVector l2 = FloatVector.fromArray(SPECIES, points, own + c + 6 * pointStride);
      FloatVector r2 = FloatVector.fromArray(SPECIES, points, own + c + 8 * pointStride);
      FloatVector odd2 =
          FloatVector.fromArray(SPECIES, points, own + c + 7 * pointStride).sub(l2).sub(r2);
      FloatVector even2 =
          FloatVector.fromArray(SPECIES, points, before + c + 8 * pointStride).add(l2);
      FloatVector la = FloatVector.fromArray(SPECIES, points, above + c + 6 * pointStride);
      FloatVector ra = FloatVector.fromArray(SPECIES, points, above + c + 8 * pointStride);
      FloatVector oddAbove =
          FloatVector.fromArray(SPECIES, points, above + c + 7 * pointStride).sub(la).sub(ra);
      FloatVector evenAbove =
          FloatVector.fromArray(SPECIES, points, corner + c + 8 * pointStride).add(la);
      evenAbove.add(even0).intoArray(x, atX + c);
      oddAbove.add(odd0).intoArray(x, atX + c + columnStride);
      even1.sub(even0).sub(even2).intoArray(x, atX + c + rowStride);
      odd1.sub(odd0).sub(odd2).intoArray(x, atX + c + rowStride + columnStride);
    }
  }
}
