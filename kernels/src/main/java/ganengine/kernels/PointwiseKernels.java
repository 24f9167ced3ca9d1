package ganengine.kernels;

/** Elementwise functions. Outputs may be one of the inputs where the sizes agree. */
public interface PointwiseKernels {
  /** out[i] = value, for all of out. */
  void fill(double value, Buffer out);

  /** out[i] = f(x[i]; p, q), for i below {@code x.length()}. */
  void unary(UnaryFunction function, double p, double q, Buffer x, Buffer out);

  /** out[i] = f(a[..], b[..]; p), operands repeated as {@code broadcast} says. */
  void binary(
      BinaryFunction function, double p, Broadcast broadcast, Buffer a, Buffer b, Buffer out);
}
