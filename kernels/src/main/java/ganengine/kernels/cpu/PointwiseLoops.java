package ganengine.kernels.cpu;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;

/**
 * Elementwise functions over pieces of arrays, on the calling thread. The output piece may be an
 * input piece; otherwise they do not overlap. An element's result depends on its operands alone,
 * not on where in the piece it stands.
 */
interface PointwiseLoops {
  /** out[to + i] = f(x[at + i]; p, q) for i below count. */
  void unary(
      UnaryFunction function, float p, float q, float[] x, int at, float[] out, int to, int count);

  /** out[to + i] = f(a[atA + i], b[atB + i]; p) for i below count. */
  void binary(
      BinaryFunction function,
      float p,
      float[] a,
      int atA,
      float[] b,
      int atB,
      float[] out,
      int to,
      int count);
}
