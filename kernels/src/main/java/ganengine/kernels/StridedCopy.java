package ganengine.kernels;

/**
 * A copy of a box of elements between two layouts: for every index tuple i within sizes,
 *
 * <pre>to[toOffset + i . toStrides] = from[fromOffset + i . fromStrides]</pre>
 *
 * One kernel so serves permute, slice, crop, pad, concatenation, repetition and upsampling (source
 * stride 0) and flipping (negative strides). No target element is written twice. {@link #of} merges
 * axes and drops those of size 1.
 */
public record StridedCopy(
    Dims sizes, Dims fromStrides, int fromOffset, Dims toStrides, int toOffset) {

  /** The copy with neighbouring axes merged where both layouts allow it; rank at least 1. */
  public static StridedCopy of(
      int[] sizes, int[] fromStrides, int fromOffset, int[] toStrides, int toOffset) {
    int[] size = new int[sizes.length];
    int[] from = new int[sizes.length];
    int[] to = new int[sizes.length];
    int merged = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (sizes[axis] == 1) {
        continue;
      }
      boolean joinsPrevious =
          merged > 0
              && from[merged - 1] == fromStrides[axis] * sizes[axis]
              && to[merged - 1] == toStrides[axis] * sizes[axis];
      int at = joinsPrevious ? merged - 1 : merged++;
      size[at] = joinsPrevious ? size[at] * sizes[axis] : sizes[axis];
      from[at] = fromStrides[axis];
      to[at] = toStrides[axis];
    }
    if (merged == 0) {
      return new StridedCopy(Dims.of(1), Dims.of(1), fromOffset, Dims.of(1), toOffset);
    }
    return new StridedCopy(
        first(size, merged), first(from, merged), fromOffset, first(to, merged), toOffset);
  }

  private static Dims first(int[] values, int count) {
    return Dims.of(java.util.Arrays.copyOf(values, count));
  }
}
