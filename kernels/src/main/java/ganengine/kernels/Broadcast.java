package ganengine.kernels;

/**
 * How two operands meet in an elementwise binary kernel: the output's sizes and, for each operand,
 * the stride of every output axis (0 where the operand is repeated).
 *
 * <p>{@link #of} merges axes, so that a device meets few patterns: equal shapes are rank 1 with
 * strides 1 and 1; a bias over channels is rank 2, [rows, channels], strides (channels, 1) and (0,
 * 1); a scalar has stride 0.
 *
 * @param sizes sizes of the output, row-major
 * @param stridesA strides of the first operand
 * @param stridesB strides of the second operand
 */
public record Broadcast(Dims sizes, Dims stridesA, Dims stridesB) {
  /** Both operands and the output have {@code size} elements. */
  public static Broadcast same(int size) {
    return new Broadcast(Dims.of(size), Dims.of(1), Dims.of(1));
  }

  /**
   * The meeting of two row-major operands whose sizes are given axis by axis, already padded with
   * 1s in front to the same rank; each axis is equal or 1 in one of them.
   */
  public static Broadcast of(int[] a, int[] b) {
    int rank = a.length;
    int[] size = new int[rank];
    int[] strideA = broadcastStrides(a);
    int[] strideB = broadcastStrides(b);
    int merged = 0;
    for (int axis = 0; axis < rank; axis++) {
      int extent = Math.max(a[axis], b[axis]);
      if (extent == 1) {
        continue;
      }
      boolean joinsPrevious =
          merged > 0
              && strideA[merged - 1] == strideA[axis] * extent
              && strideB[merged - 1] == strideB[axis] * extent;
      int at = joinsPrevious ? merged - 1 : merged++;
      size[at] = joinsPrevious ? size[at] * extent : extent;
      strideA[at] = strideA[axis];
      strideB[at] = strideB[axis];
    }
    if (merged == 0) {
      return same(1);
    }
    return new Broadcast(first(size, merged), first(strideA, merged), first(strideB, merged));
  }

  private static Dims first(int[] values, int count) {
    return Dims.of(java.util.Arrays.copyOf(values, count));
  }

  private static int[] broadcastStrides(int[] sizes) {
    int[] strides = Dims.of(sizes).rowMajorStrides().toArray();
    for (int axis = 0; axis < sizes.length; axis++) {
      if (sizes[axis] == 1) {
        strides[axis] = 0;
      }
    }
    return strides;
  }

  /** How many elements the output has. */
  public int outputSize() {
    return sizes.product();
  }
}
