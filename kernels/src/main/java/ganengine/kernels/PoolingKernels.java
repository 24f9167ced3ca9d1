package ganengine.kernels;

/** Max and average pooling. */
public interface PoolingKernels {
  /**
   * y = the largest of each window (padding does not take part); indices (INTEGER) = where in x it
   * stands, as a flat index, the first one in row-major order if several are equal; NaN counts as
   * the largest. The gradient is {@link LayoutKernels#scatterAdd} with these indices.
   */
  void max(Pooling size, Buffer x, Buffer y, Buffer indices);

  /** y = the sum of each window / (kernelH * kernelW), padding counted as zeros. */
  void average(Pooling size, Buffer x, Buffer y);

  /** The adjoint of {@link #average}: gradX[position] = sum of gradY over its windows / area. */
  void averageGradient(Pooling size, Buffer gradY, Buffer gradX);
}
