package ganengine.kernels.cpu;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;

/**
 * The loops of the elementwise functions, over pieces of arrays and on the calling thread. The
 * output piece may be an input piece; otherwise they do not overlap. An element's result depends on
 * its operands alone, not on where in the piece it stands.
 *
 * <p>A loop is an object for the compiler's sake: one method that called them all by a switch would
 * be compiled as a whole, and so large that vectors in it are no longer kept in registers.
 */
interface PointwiseLoops {
  /** The loop of a function of one operand. */
  interface UnaryLoop {
    /** out[to + i] = f(x[at + i]; p, q) for i below count. */
    void run(float p, float q, float[] x, int at, float[] out, int to, int count);
  }

  /** The loop of a function of two operands. */
  interface BinaryLoop {
    /** out[to + i] = f(a[atA + i], b[atB + i]; p) for i below count. */
    void run(float p, float[] a, int atA, float[] b, int atB, float[] out, int to, int count);
  }

  /** The function's loop. */
  UnaryLoop unary(UnaryFunction function);

  /** The function's loop. */
  BinaryLoop binary(BinaryFunction function);
}
