package ganengine.kernels.cuda;

/** The upper half of a float: 8 bits of exponent, 7 of fraction. */
final class Bfloat16 {
  private Bfloat16() {}

  /** The nearest one, ties to even; NaN stays NaN. */
  static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >>> 16 | 0x40);
    }
    return (short) ((bits + 0x7FFF + (bits >>> 16 & 1)) >>> 16);
  }

  static float toFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
