package ganengine.kernels.cpu;

/** {@link WinogradLoops} a channel at a time, map by map in the same order, hence so long. */
final class ScalarWinogradLoops implements WinogradLoops {

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
      for (int c = 0; c < count; c++) {
        float w0 = from[source + c];
        float w1 = from[source + c + step];
        float w2 = from[source + c + 2 * step];
        to[target + c] = w0 - w1;
        to[target + c + toStep] = w1;
        to[target + c + 2 * toStep] = w2 - w1;
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
      for (int c = 0; c < count; c++) {
        float w0 = from[source + c];
        float w1 = from[source + c + step];
        float w2 = from[source + c + 2 * step];
        float w3 = from[source + c + 3 * step];
        to[target + c] = w0 - w2;
        to[target + c + toStep] = w1 + w2;
        to[target + c + 2 * toStep] = w3 - w1;
        to[target + c + 3 * toStep] = w2 - w1;
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
      for (int c = 0; c < count; c++) {
        float a = from[source + c];
        float b = from[source + c + step];
        to[target + c] = a;
        to[target + c + toStep] = a + b;
        to[target + c + 2 * toStep] = b;
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
      for (int c = 0; c < count; c++) {
        float a = from[source + c];
        float b = from[source + c + step];
        to[target + c] = a;
        to[target + c + toStep] = a + b;
        to[target + c + 2 * toStep] = b;
        to[target + c + 3 * toStep] = a - b;
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
      for (int c = 0; c < count; c++) {
        float f0 = from[source + c];
        float f1 = from[source + c + step];
        float f2 = from[source + c + 2 * step];
        float even = 0.5f * (f0 + f2);
        float odd = 0.5f * f1;
        to[target + c] = f0;
        to[target + c + toStep] = even + odd;
        to[target + c + 2 * toStep] = f2;
        to[target + c + 3 * toStep] = even - odd;
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
      for (int c = 0; c < count; c++) {
        float m0 = from[source + c];
        float m1 = from[source + c + step];
        float m2 = from[source + c + 2 * step];
        to[target + c] = m0 + m1;
        to[target + c + toStep] = m1 + m2;
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
      for (int c = 0; c < count; c++) {
        float m0 = from[source + c];
        float m1 = from[source + c + step];
        float m2 = from[source + c + 2 * step];
        float m3 = from[source + c + 3 * step];
        to[target + c] = m0 + m1 + m3;
        to[target + c + toStep] = m1 + m2 - m3;
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
      for (int c = 0; c < count; c++) {
        float m0 = from[source + c];
        float m1 = from[source + c + step];
        float m2 = from[source + c + 2 * step];
        float m3 = from[source + c + 3 * step];
        float even = 0.5f * (m1 + m3);
        float odd = 0.5f * (m1 - m3);
        to[target + c] = m0 + even;
        to[target + c + toStep] = odd;
        to[target + c + 2 * toStep] = m2 + even;
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
      for (int c = 0; c < count; c++) {
        float n2 = points[first + c + 2 * step];
        float m0 = points[second + c];
        float m1 = points[second + c + step];
        float m2 = points[second + c + 2 * step];
        to[target + c] = n2 + m0;
        to[target + c + toStep] = m1 - m0 - m2;
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
      for (int c = 0; c < count; c++) {
        float n0 = points[first + c];
        float n1 = points[first + c + step];
        float n2 = points[first + c + 2 * step];
        float n3 = points[first + c + 3 * step];
        float m0 = points[second + c];
        float m1 = points[second + c + step];
        float m2 = points[second + c + 2 * step];
        float m3 = points[second + c + 3 * step];
        to[target + c] = n1 - n0 + n3 + m0;
        to[target + c + toStep] = m1 - m2 - m3 + n2;
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
    for (int c = 0; c < count; c++) {
      float w00 = from[at + c];
      float w01 = from[at + c + columnStep];
      float w02 = from[at + c + 2 * columnStep];
      float m00 = w00 - w01;
      float m02 = w02 - w01;
      float w10 = from[at + c + rowStep];
      float w11 = from[at + c + rowStep + columnStep];
      float w12 = from[at + c + rowStep + 2 * columnStep];
      float m10 = w10 - w11;
      float m12 = w12 - w11;
      float w20 = from[at + c + 2 * rowStep];
      float w21 = from[at + c + 2 * rowStep + columnStep];
      float w22 = from[at + c + 2 * rowStep + 2 * columnStep];
      float m20 = w20 - w21;
      float m22 = w22 - w21;
      to[toAt + c] = m00 - m10;
      to[toAt + c + toRowStep] = m10;
      to[toAt + c + 2 * toRowStep] = m20 - m10;
      to[toAt + c + toColumnStep] = w01 - w11;
      to[toAt + c + toRowStep + toColumnStep] = w11;
      to[toAt + c + 2 * toRowStep + toColumnStep] = w21 - w11;
      to[toAt + c + 2 * toColumnStep] = m02 - m12;
      to[toAt + c + toRowStep + 2 * toColumnStep] = m12;
      to[toAt + c + 2 * toRowStep + 2 * toColumnStep] = m22 - m12;
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
    for (int c = 0; c < count; c++) {
      float w00 = from[at + c];
      float w01 = from[at + c + columnStep];
      float m01 = w00 + w01;
      float w10 = from[at + c + rowStep];
      float w11 = from[at + c + rowStep + columnStep];
      float m11 = w10 + w11;
      to[toAt + c] = w00;
      to[toAt + c + toRowStep] = w00 + w10;
      to[toAt + c + 2 * toRowStep] = w10;
      to[toAt + c + toColumnStep] = m01;
      to[toAt + c + toRowStep + toColumnStep] = m01 + m11;
      to[toAt + c + 2 * toRowStep + toColumnStep] = m11;
      to[toAt + c + 2 * toColumnStep] = w01;
      to[toAt + c + toRowStep + 2 * toColumnStep] = w01 + w11;
      to[toAt + c + 2 * toRowStep + 2 * toColumnStep] = w11;
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
    for (int c = 0; c < count; c++) {
      float w00 = from[at + c];
      float w01 = from[at + c + columnStep];
      float w02 = from[at + c + 2 * columnStep];
      float m00 = w00 + w01;
      float m01 = w01 + w02;
      float w10 = from[at + c + rowStep];
      float w11 = from[at + c + rowStep + columnStep];
      float w12 = from[at + c + rowStep + 2 * columnStep];
      float m10 = w10 + w11;
      float m11 = w11 + w12;
      float w20 = from[at + c + 2 * rowStep];
      float w21 = from[at + c + 2 * rowStep + columnStep];
      float w22 = from[at + c + 2 * rowStep + 2 * columnStep];
      float m20 = w20 + w21;
      float m21 = w21 + w22;
      to[toAt + c] = m00 + m10;
      to[toAt + c + toRowStep] = m10 + m20;
      to[toAt + c + toColumnStep] = m01 + m11;
      to[toAt + c + toRowStep + toColumnStep] = m11 + m21;
    }
  }
}
