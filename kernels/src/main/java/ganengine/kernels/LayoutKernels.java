package ganengine.kernels;

/** Moving elements about. */
public interface LayoutKernels {
  /** Copies a box of REALs; target elements outside it keep their values. */
  void copy(StridedCopy size, Buffer from, Buffer to);

  /** out[i, :] = x[indices[i], :], rows of {@code width} REALs; out has indices.length() rows. */
  void gather(int width, Buffer x, Buffer indices, Buffer out);

  /**
   * The adjoint of {@link #gather}: out = 0, then out[indices[i], :] += x[i, :] for i ascending, so
   * that sums are the same every time.
   */
  void scatterAdd(int width, Buffer x, Buffer indices, Buffer out);

  /** out[i, :] = 0 but 1 at indices[i]; out is [indices.length(), classes]. */
  void oneHot(int classes, Buffer indices, Buffer out);

  /** Draws a batch of images: see {@link ImageBatch}. images is BYTE, indices INTEGER, out REAL. */
  void imageBatch(ImageBatch size, Buffer images, Buffer indices, Buffer out);
}
