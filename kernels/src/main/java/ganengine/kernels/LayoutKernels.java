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

  /**
   * The window of {@code from} whose turn it is by a counter on the device: out[i] =
   * from[(counter[0] mod windows) * count + i], i below {@code count}, where {@code windows} =
   * from.length() / count, at least 1, and what is left over is never reached. All INTEGER; counter
   * has length 1 and is not negative.
   */
  void window(int count, Buffer from, Buffer counter, Buffer out);

  /**
   * The entry of a table whose turn it is by a counter on the device: out[0] =
   * table[min(counter[0], table.length() - 1)]. table and out (length 1) are REAL, counter (length
   * 1, not negative) is INTEGER.
   */
  void entry(Buffer table, Buffer counter, Buffer out);

  /**
   * out[i] = x[i], rounded to the nearest, ties to even, where out is BFLOAT16 and x is REAL; x and
   * out are of equal length and of any of these two types that the device has.
   */
  void cast(Buffer x, Buffer out);
}
