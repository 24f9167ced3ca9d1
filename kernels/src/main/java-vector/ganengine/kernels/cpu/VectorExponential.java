package ganengine.kernels.cpu;

import static ganengine.kernels.cpu.VectorConstant.all;
import static ganengine.kernels.cpu.VectorConstant.allInts;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/**
 * The exponential and what is made of it. Errors in units in the last place of float: below 2 of
 * the exponential, 3 of tanh and the sigmoid, 5 of {@link #timesSigmoid}. Results below 2^-125 in
 * size may be 0. NaN gives NaN.
 *
 * <p>With n the integer nearest to x / ln 2 and r = x - n ln 2, e^x = 2^n (1 + r + r^2 Q(r)). Q is
 * a polynomial of least greatest relative error (3e-9) for |r| <= ln(2) / 2, found by the Remez
 * algorithm. The Vector API's own EXP and TANH are fast on some platforms only.
 */
final class VectorExponential {
  private static final float LOG2_E = 1.44269504f;
  private static final float LN_2 = 0.693147181f;
  private static final float LN_2_REST = -1.90465429e-9f;

  /** Adding it rounds a float to an integer, which then stands in the lowest bits: 1.5 * 2^23. */
  static final float ROUNDER = 12582912f;

  private static final float Q0 = 0.49999994f;
  private static final float Q1 = 0.1666652f;
  private static final float Q2 = 0.041668393f;
  private static final float Q3 = 0.008368781f;
  private static final float Q4 = 0.0013814467f;

  private static final float EXP_OVERFLOWS = 88.7228391f;
  private static final float EXP_VANISHES = -87.3f;

  private VectorExponential() {}

  /** x / ln 2 rounded, plus {@link #ROUNDER}. */
  private static FloatVector rounded(FloatVector x) {
    return x.fma(all(LOG2_E), all(ROUNDER));
  }

  /** E to the r, less 1, where r = x - n ln 2. */
  private static FloatVector fraction(FloatVector x, FloatVector n) {
    FloatVector r = n.fma(all(-LN_2_REST), n.fma(all(-LN_2), x));
    FloatVector q = all(Q4);
    q = q.fma(r, all(Q3));
    q = q.fma(r, all(Q2));
    q = q.fma(r, all(Q1));
    q = q.fma(r, all(Q0));
    return q.mul(r).fma(r, r);
  }

  /** 2 to the n + shift, from n + {@link #ROUNDER}; 0 where the sum is -127. */
  private static FloatVector power(FloatVector rounded, int shift) {
    return rounded
        .reinterpretAsInts()
        .add(allInts(127 + shift))
        .lanewise(LSHL, 23)
        .reinterpretAsFloats();
  }

  /** E to the x. */
  static FloatVector exp(FloatVector x) {
    FloatVector rounded = rounded(x);
    FloatVector mantissa = fraction(x, rounded.sub(all(ROUNDER))).add(all(1));
    // 2^n as 2 * 2^(n - 1): n may be 128.
    return mantissa
        .add(mantissa)
        .mul(power(rounded, -1))
        .blend(all(Float.POSITIVE_INFINITY), x.compare(GT, all(EXP_OVERFLOWS)))
        .blend(all(0), x.compare(LT, all(EXP_VANISHES)));
  }

  /** E to the x, less 1, exact for small x as well; x <= 0. */
  private static FloatVector expm1OfNegative(FloatVector x) {
    FloatVector limited = x.blend(all(-40), x.compare(LT, all(-40)));
    FloatVector rounded = rounded(limited);
    FloatVector power = power(rounded, 0);
    return fraction(limited, rounded.sub(all(ROUNDER))).fma(power, power.sub(all(1)));
  }

  /** Hyperbolic tangent: with e = exp(-2|x|) - 1 its size is -e / (2 + e). */
  static FloatVector tanh(FloatVector x) {
    FloatVector e = expm1OfNegative(x.abs().mul(all(-2)));
    FloatVector ofAbsolute = e.div(e.add(all(2)));
    return ofAbsolute.blend(ofAbsolute.neg(), x.compare(GE, all(0)));
  }

  /** 1 / (1 + e^-x): where that overflows the quotient is 0, as it should be. */
  static FloatVector sigmoid(FloatVector x) {
    return all(1).div(exp(x.neg()).add(all(1)));
  }

  /**
   * a * sigmoid(x). With h = exp(-|x| / 2) the sigmoid is h * h / (1 + h * h) below 0; a comes
   * between the two, so that a large one saves a small sigmoid from vanishing.
   */
  static FloatVector timesSigmoid(FloatVector a, FloatVector x) {
    FloatVector h = exp(x.abs().mul(all(-0.5f)));
    FloatVector product = a.mul(h).mul(h).blend(a, x.compare(GE, all(0)));
    return product.div(h.fma(h, all(1)));
  }
}
