package ganengine.kernels.cpu;

import static ganengine.kernels.cpu.VectorConstant.all;
import static ganengine.kernels.cpu.VectorConstant.allInts;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * The natural logarithm, its error below 1 unit in the last place of float, and softplus, below 3
 * units; a softplus below 2^-125 may be 0. NaN gives NaN, the logarithm of 0 is -infinity, that of
 * less NaN.
 *
 * <p>With s = f / (2 + f) and z = s^2, ln(1 + f) = f - s (f - z R(z)), where R is a polynomial of
 * least greatest relative error (5e-9) for z <= 1/9, that is f <= 1, found by the Remez algorithm.
 */
final class VectorLogarithm {
  private static final float LN_2 = 0.693147181f;
  private static final float LN_2_REST = -1.90465429e-9f;
  private static final int BITS_OF_ROOT_HALF = Float.floatToRawIntBits(0.70710678f);
  private static final int BITS_OF_ROUNDER = Float.floatToRawIntBits(VectorExponential.ROUNDER);

  private static final float R0 = 0.6666641f;
  private static final float R1 = 0.40021706f;
  private static final float R2 = 0.27999014f;
  private static final float R3 = 0.2802514f;

  private VectorLogarithm() {}

  /** The logarithm of 1 + f, for f from -0.3 to 1. */
  private static FloatVector log1p(FloatVector f) {
    FloatVector s = f.div(f.add(all(2)));
    FloatVector z = s.mul(s);
    FloatVector r = all(R3);
    r = r.fma(z, all(R2));
    r = r.fma(z, all(R1));
    r = r.fma(z, all(R0));
    return f.sub(s.mul(f.sub(z.mul(r))));
  }

  /** Natural logarithm: x = 2^e m with m from root 1/2 to root 2. */
  static FloatVector log(FloatVector x) {
    VectorMask<Float> denormal = x.compare(LT, all(Float.MIN_NORMAL));
    IntVector bits = x.blend(x.mul(all(0x1p23f)), denormal).reinterpretAsInts();
    IntVector exponent = bits.sub(allInts(BITS_OF_ROOT_HALF)).lanewise(ASHR, 23);
    FloatVector f = bits.sub(exponent.lanewise(LSHL, 23)).reinterpretAsFloats().sub(all(1));
    FloatVector e =
        exponent
            .add(allInts(BITS_OF_ROUNDER))
            .reinterpretAsFloats()
            .sub(all(VectorExponential.ROUNDER));
    e = e.blend(e.sub(all(23)), denormal);
    FloatVector low = e.fma(all(LN_2_REST), log1p(f));
    FloatVector log = e.fma(all(LN_2), low);
    return x.blend(log, x.compare(LT, all(Float.POSITIVE_INFINITY)))
        .blend(all(Float.NEGATIVE_INFINITY), x.compare(EQ, all(0)))
        .blend(all(Float.NaN), x.compare(LT, all(0)));
  }

  /** Softplus of x, from e = exp(-|x|): the larger of x and 0, plus ln(1 + e). */
  static FloatVector softplus(FloatVector e, FloatVector x) {
    return log1p(e).add(x.blend(all(0), x.compare(LT, all(0))));
  }
}
