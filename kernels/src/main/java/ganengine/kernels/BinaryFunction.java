package ganengine.kernels;

/**
 * Elementwise functions of two operands a, b and one constant p. The gradients take the incoming
 * gradient as a; what b is (the function's input x or its output y) is said with each. NaN in a or
 * b gives NaN, except that LEAKY_RELU_GRADIENT takes an x that is NaN as not above 0.
 */
public enum BinaryFunction {
  /** a + b. */
  ADD,
  /** a - b. */
  SUBTRACT,
  /** a * b. */
  MULTIPLY,
  /** a / b. */
  DIVIDE,
  /** The larger of a and b. */
  MAXIMUM,
  /** a * (1 - y^2), with b = y = tanh(x). */
  TANH_GRADIENT,
  /** a * y * (1 - y), with b = y = sigmoid(x). */
  SIGMOID_GRADIENT,
  /** a * sigmoid(x), with b = x. */
  SOFTPLUS_GRADIENT,
  /** a if x > 0, else p * a, with b = x. ReLU is p = 0. */
  LEAKY_RELU_GRADIENT
}
