package ganengine.kernels;

/** Sums and maxima. */
public interface ReductionKernels {
  /** y[o, i] = sum over r of x[o, r, i]. */
  void sum(Reduction size, Buffer x, Buffer y);

  /**
   * y[o, i] = the largest x[o, r, i]; indices (INTEGER) = where in x it stands, as a flat index,
   * the first if several are equal; NaN counts as the largest.
   */
  void max(Reduction size, Buffer x, Buffer y, Buffer indices);
}
