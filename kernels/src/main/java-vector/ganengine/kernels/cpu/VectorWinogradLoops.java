package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link WinogradLoops} a vector of channels at a time. The file is long because each map is
 * written out: only locals stay in registers.
 */
final class VectorWinogradLoops implements WinogradLoops {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  @Override
  public void window3(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int source = at + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector w0 = FloatVector.fromArray(SPECIES, from, source + c);
        FloatVector w1 = FloatVector.fromArray(SPECIES, from, source + c + step);
        FloatVector w2 = FloatVector.fromArray(SPECIES, from, source + c + 2 * step);
        w0.sub(w1).intoArray(to, target + c);
        w1.intoArray(to, target + c + toStep);
        w2.sub(w1).intoArray(to, target + c + 2 * toStep);
      }
    }
  }

  @Override
  public void window4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int source = at + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector w0 = FloatVector.fromArray(SPECIES, from, source + c);
        FloatVector w1 = FloatVector.fromArray(SPECIES, from, source + c + step);
        FloatVector w2 = FloatVector.fromArray(SPECIES, from, source + c + 2 * step);
        FloatVector w3 = FloatVector.fromArray(SPECIES, from, source + c + 3 * step);
        w0.sub(w2).intoArray(to, target + c);
        w1.add(w2).intoArray(to, target + c + toStep);
        w3.sub(w1).intoArray(to, target + c + 2 * toStep);
        w2.sub(w1).intoArray(to, target + c + 3 * toStep);
      }
    }
  }

  @Override
  public void spread3(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int source = at + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector a = FloatVector.fromArray(SPECIES, from, source + c);
        FloatVector b = FloatVector.fromArray(SPECIES, from, source + c + step);
        a.intoArray(to, target + c);
        a.add(b).intoArray(to, target + c + toStep);
        b.intoArray(to, target + c + 2 * toStep);
      }
    }
  }

  @Override
  public void spread4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int source = at + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector a = FloatVector.fromArray(SPECIES, from, source + c);
        FloatVector b = FloatVector.fromArray(SPECIES, from, source + c + step);
        a.intoArray(to, target + c);
        a.add(b).intoArray(to, target + c + toStep);
        b.intoArray(to, target + c + 2 * toStep);
        a.sub(b).intoArray(to, target + c + 3 * toStep);
      }
    }
  }

  @Override
  public void taps4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int source = at + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector f0 = FloatVector.fromArray(SPECIES, from, source + c);
        FloatVector f1 = FloatVector.fromArray(SPECIES, from, source + c + step);
        FloatVector f2 = FloatVector.fromArray(SPECIES, from, source + c + 2 * step);
        FloatVector even = f0.add(f2).mul(0.5f);
        FloatVector odd = f1.mul(0.5f);
        f0.intoArray(to, target + c);
        even.add(odd).intoArray(to, target + c + toStep);
        f2.intoArray(to, target + c + 2 * toStep);
        even.sub(odd).intoArray(to, target + c + 3 * toStep);
      }
    }
  }

  @Override
  public void fold3(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int source = at + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector m0 = FloatVector.fromArray(SPECIES, from, source + c);
        FloatVector m1 = FloatVector.fromArray(SPECIES, from, source + c + step);
        FloatVector m2 = FloatVector.fromArray(SPECIES, from, source + c + 2 * step);
        m0.add(m1).intoArray(to, target + c);
        m1.add(m2).intoArray(to, target + c + toStep);
      }
    }
  }

  @Override
  public void fold4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int source = at + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector m0 = FloatVector.fromArray(SPECIES, from, source + c);
        FloatVector m1 = FloatVector.fromArray(SPECIES, from, source + c + step);
        FloatVector m2 = FloatVector.fromArray(SPECIES, from, source + c + 2 * step);
        FloatVector m3 = FloatVector.fromArray(SPECIES, from, source + c + 3 * step);
        m0.add(m1).add(m3).intoArray(to, target + c);
        m1.add(m2).sub(m3).intoArray(to, target + c + toStep);
      }
    }
  }

  @Override
  public void untaps4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int source = at + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector m0 = FloatVector.fromArray(SPECIES, from, source + c);
        FloatVector m1 = FloatVector.fromArray(SPECIES, from, source + c + step);
        FloatVector m2 = FloatVector.fromArray(SPECIES, from, source + c + 2 * step);
        FloatVector m3 = FloatVector.fromArray(SPECIES, from, source + c + 3 * step);
        FloatVector even = m1.add(m3).mul(0.5f);
        FloatVector odd = m1.sub(m3).mul(0.5f);
        m0.add(even).intoArray(to, target + c);
        odd.intoArray(to, target + c + toStep);
        m2.add(even).intoArray(to, target + c + 2 * toStep);
      }
    }
  }

  @Override
  public void overlap3(
      int lines,
      float[] points,
      int before,
      int own,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int first = before + line * lineStep;
      int second = own + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector n2 = FloatVector.fromArray(SPECIES, points, first + c + 2 * step);
        FloatVector m0 = FloatVector.fromArray(SPECIES, points, second + c);
        FloatVector m1 = FloatVector.fromArray(SPECIES, points, second + c + step);
        FloatVector m2 = FloatVector.fromArray(SPECIES, points, second + c + 2 * step);
        n2.add(m0).intoArray(to, target + c);
        m1.sub(m0).sub(m2).intoArray(to, target + c + toStep);
      }
    }
  }

  @Override
  public void overlap4(
      int lines,
      float[] points,
      int before,
      int own,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count) {
    for (int line = 0; line < lines; line++) {
      int first = before + line * lineStep;
      int second = own + line * lineStep;
      int target = toAt + line * toLineStep;
      for (int c = 0; c < count; c += LANES) {
        FloatVector n0 = FloatVector.fromArray(SPECIES, points, first + c);
        FloatVector n1 = FloatVector.fromArray(SPECIES, points, first + c + step);
        FloatVector n2 = FloatVector.fromArray(SPECIES, points, first + c + 2 * step);
        FloatVector n3 = FloatVector.fromArray(SPECIES, points, first + c + 3 * step);
        FloatVector m0 = FloatVector.fromArray(SPECIES, points, second + c);
        FloatVector m1 = FloatVector.fromArray(SPECIES, points, second + c + step);
        FloatVector m2 = FloatVector.fromArray(SPECIES, points, second + c + 2 * step);
        FloatVector m3 = FloatVector.fromArray(SPECIES, points, second + c + 3 * step);
        n1.sub(n0).add(n3).add(m0).intoArray(to, target + c);
        m1.sub(m2).sub(m3).add(n2).intoArray(to, target + c + toStep);
      }
    }
  }

  @Override
  public void window3x3(
      float[] from,
      int at,
      int rowStep,
      int columnStep,
      float[] to,
      int toAt,
      int toRowStep,
      int toColumnStep,
      int count) {
    for (int c = 0; c < count; c += LANES) {
      FloatVector w00 = FloatVector.fromArray(SPECIES, from, at + c);
      FloatVector w01 = FloatVector.fromArray(SPECIES, from, at + c + columnStep);
      FloatVector w02 = FloatVector.fromArray(SPECIES, from, at + c + 2 * columnStep);
      FloatVector m00 = w00.sub(w01);
      FloatVector m02 = w02.sub(w01);
      FloatVector w10 = FloatVector.fromArray(SPECIES, from, at + c + rowStep);
      FloatVector w11 = FloatVector.fromArray(SPECIES, from, at + c + rowStep + columnStep);
      FloatVector w12 = FloatVector.fromArray(SPECIES, from, at + c + rowStep + 2 * columnStep);
      FloatVector m10 = w10.sub(w11);
      FloatVector m12 = w12.sub(w11);
      FloatVector w20 = FloatVector.fromArray(SPECIES, from, at + c + 2 * rowStep);
      FloatVector w21 = FloatVector.fromArray(SPECIES, from, at + c + 2 * rowStep + columnStep);
      FloatVector w22 = FloatVector.fromArray(SPECIES, from, at + c + 2 * rowStep + 2 * columnStep);
      FloatVector m20 = w20.sub(w21);
      FloatVector m22 = w22.sub(w21);
      m00.sub(m10).intoArray(to, toAt + c);
      m10.intoArray(to, toAt + c + toRowStep);
      m20.sub(m10).intoArray(to, toAt + c + 2 * toRowStep);
      w01.sub(w11).intoArray(to, toAt + c + toColumnStep);
      w11.intoArray(to, toAt + c + toRowStep + toColumnStep);
      w21.sub(w11).intoArray(to, toAt + c + 2 * toRowStep + toColumnStep);
      m02.sub(m12).intoArray(to, toAt + c + 2 * toColumnStep);
      m12.intoArray(to, toAt + c + toRowStep + 2 * toColumnStep);
      m22.sub(m12).intoArray(to, toAt + c + 2 * toRowStep + 2 * toColumnStep);
    }
  }

  @Override
  public void spread3x3(
      float[] from,
      int at,
      int rowStep,
      int columnStep,
      float[] to,
      int toAt,
      int toRowStep,
      int toColumnStep,
      int count) {
    for (int c = 0; c < count; c += LANES) {
      FloatVector w00 = FloatVector.fromArray(SPECIES, from, at + c);
      FloatVector w01 = FloatVector.fromArray(SPECIES, from, at + c + columnStep);
      FloatVector m01 = w00.add(w01);
      FloatVector w10 = FloatVector.fromArray(SPECIES, from, at + c + rowStep);
      FloatVector w11 = FloatVector.fromArray(SPECIES, from, at + c + rowStep + columnStep);
      FloatVector m11 = w10.add(w11);
      w00.intoArray(to, toAt + c);
      w00.add(w10).intoArray(to, toAt + c + toRowStep);
      w10.intoArray(to, toAt + c + 2 * toRowStep);
      m01.intoArray(to, toAt + c + toColumnStep);
      m01.add(m11).intoArray(to, toAt + c + toRowStep + toColumnStep);
      m11.intoArray(to, toAt + c + 2 * toRowStep + toColumnStep);
      w01.intoArray(to, toAt + c + 2 * toColumnStep);
      w01.add(w11).intoArray(to, toAt + c + toRowStep + 2 * toColumnStep);
      w11.intoArray(to, toAt + c + 2 * toRowStep + 2 * toColumnStep);
    }
  }

  @Override
  public void fold3x3(
      float[] from,
      int at,
      int rowStep,
      int columnStep,
      float[] to,
      int toAt,
      int toRowStep,
      int toColumnStep,
      int count) {
    for (int c = 0; c < count; c += LANES) {
      FloatVector w00 = FloatVector.fromArray(SPECIES, from, at + c);
      FloatVector w01 = FloatVector.fromArray(SPECIES, from, at + c + columnStep);
      FloatVector w02 = FloatVector.fromArray(SPECIES, from, at + c + 2 * columnStep);
      FloatVector m00 = w00.add(w01);
      FloatVector m01 = w01.add(w02);
      FloatVector w10 = FloatVector.fromArray(SPECIES, from, at + c + rowStep);
      FloatVector w11 = FloatVector.fromArray(SPECIES, from, at + c + rowStep + columnStep);
      FloatVector w12 = FloatVector.fromArray(SPECIES, from, at + c + rowStep + 2 * columnStep);
      FloatVector m10 = w10.add(w11);
      FloatVector m11 = w11.add(w12);
      FloatVector w20 = FloatVector.fromArray(SPECIES, from, at + c + 2 * rowStep);
      FloatVector w21 = FloatVector.fromArray(SPECIES, from, at + c + 2 * rowStep + columnStep);
      FloatVector w22 = FloatVector.fromArray(SPECIES, from, at + c + 2 * rowStep + 2 * columnStep);
      FloatVector m20 = w20.add(w21);
      FloatVector m21 = w21.add(w22);
      m00.add(m10).intoArray(to, toAt + c);
      m10.add(m20).intoArray(to, toAt + c + toRowStep);
      m01.add(m11).intoArray(to, toAt + c + toColumnStep);
      m11.add(m21).intoArray(to, toAt + c + toRowStep + toColumnStep);
    }
  }
}
