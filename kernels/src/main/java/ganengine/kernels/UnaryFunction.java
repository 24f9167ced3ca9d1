package ganengine.kernels;

/**
 * Elementwise functions of one operand x and up to two constants p, q. NaN gives NaN, except that
 * WITHIN and BELOW give 0: NaN fails their comparisons.
 */
public enum UnaryFunction {
  /** -x. */
  NEGATE,
  /** p * x + q. */
  AFFINE,
  /** |x|. */
  ABS,
  /** -1, 0 or 1. */
  SIGN,
  /** x * x. */
  SQUARE,
  /** Square root; x >= 0. */
  SQRT,
  /** 1 / x. */
  RECIPROCAL,
  /** e to the x. */
  EXP,
  /** Natural logarithm; x > 0. */
  LOG,
  /** Hyperbolic tangent. */
  TANH,
  /** 1 / (1 + e^-x), without overflow. */
  SIGMOID,
  /** ln(1 + e^x), without overflow and exact for large |x|. */
  SOFTPLUS,
  /** x if x > 0, else p * x. ReLU is p = 0. */
  LEAKY_RELU,
  /** x limited to [p, q]. */
  CLAMP,
  /** 1 where p <= x <= q, else 0: the derivative of CLAMP. */
  WITHIN,
  /** q where x < p, else 0: turns uniform numbers into a dropout mask. */
  BELOW
}
