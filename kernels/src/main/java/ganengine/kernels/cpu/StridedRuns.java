package ganengine.kernels.cpu;

import ganengine.kernels.Dims;
import java.util.Arrays;

/**
 * Copies elements between two strided layouts of the same box, run by run along the last axis.
 *
 * <p>Any stretch of the box's row-major order can be copied on its own, so that the work can be cut
 * evenly whatever the sizes are.
 */
final class StridedRuns {
  private final int[] sizes;
  private final int[] fromStrides;
  private final int[] toStrides;
  private final int inner;
  private final int total;

  StridedRuns(Dims sizes, Dims fromStrides, Dims toStrides) {
    this.sizes = sizes.toArray();
    this.fromStrides = fromStrides.toArray();
    this.toStrides = toStrides.toArray();
    inner = this.sizes[this.sizes.length - 1];
    total = sizes.product();
  }

  /** How many elements the box has. */
  int total() {
    return total;
  }

  /**
   * Copies the elements numbered first .. end - 1 in row-major order, from[fromAt + i .
   * fromStrides] to to[toAt + i . toStrides].
   */
  void copy(int first, int end, float[] from, int fromAt, float[] to, int toAt) {
    int last = sizes.length - 1;
    int[] index = new int[sizes.length];
    int rest = first;
    for (int axis = last; axis >= 0; axis--) {
      index[axis] = rest % sizes[axis];
      rest /= sizes[axis];
      fromAt += index[axis] * fromStrides[axis];
      toAt += index[axis] * toStrides[axis];
    }
    int skipped = index[last];
    fromAt -= skipped * fromStrides[last];
    toAt -= skipped * toStrides[last];
    for (int at = first - skipped; at < end; at += inner) {
      int start = Math.max(0, first - at);
      copyRun(
          from,
          fromAt + start * fromStrides[last],
          fromStrides[last],
          to,
          toAt + start * toStrides[last],
          toStrides[last],
          Math.min(inner, end - at) - start);
      for (int axis = last - 1; axis >= 0; axis--) {
        fromAt += fromStrides[axis];
        toAt += toStrides[axis];
        if (++index[axis] < sizes[axis]) {
          break;
        }
        index[axis] = 0;
        fromAt -= sizes[axis] * fromStrides[axis];
        toAt -= sizes[axis] * toStrides[axis];
      }
    }
  }

  private static void copyRun(
      float[] from, int fromAt, int fromStride, float[] to, int toAt, int toStride, int count) {
    if (toStride == 1 && fromStride == 1) {
      System.arraycopy(from, fromAt, to, toAt, count);
    } else if (toStride == 1 && fromStride == 0) {
      Arrays.fill(to, toAt, toAt + count, from[fromAt]);
    } else {
      for (int i = 0; i < count; i++) {
        to[toAt + i * toStride] = from[fromAt + i * fromStride];
      }
    }
  }
}
