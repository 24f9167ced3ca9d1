package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Dims;

/**
 * One operand of a broadcast, read in blocks of the output's row-major order as if it had the
 * output's shape: in place where it has, else spread out into a small array that stays in cache.
 * What repeats within a block (a scalar, a bias) is spread out once for many blocks.
 */
final class BroadcastOperand {
  static final int LARGEST_BLOCK = 1 << 12;

  private final CpuBuffer buffer;
  private final boolean inPlace;
  private final StridedRuns runs;
  private final int period;

  /** {@code strides} are the operand's along each axis of the output's {@code sizes}. */
  BroadcastOperand(Dims sizes, Dims strides, Buffer operand) {
    buffer = CpuBuffer.of(operand);
    inPlace = strides.equals(sizes.rowMajorStrides());
    runs = new StridedRuns(sizes, strides, sizes.rowMajorStrides());
    period = period(sizes, strides);
  }

  /** After how many elements of the output the operand's come again from the start. */
  private static int period(Dims sizes, Dims strides) {
    int repeats = 1;
    for (int axis = 0; axis < sizes.rank() && strides.get(axis) == 0; axis++) {
      repeats *= sizes.get(axis);
    }
    return sizes.product() / repeats;
  }

  private boolean repeatsInBlock() {
    return !inPlace && period <= LARGEST_BLOCK;
  }

  /** The block length that suits this operand: the largest, or as many periods as fit in it. */
  int block() {
    if (inPlace) {
      return Integer.MAX_VALUE;
    }
    return repeatsInBlock() ? LARGEST_BLOCK / period * period : LARGEST_BLOCK;
  }

  /**
   * Makes {@code count} elements from the output's element {@code at} on readable.
   *
   * @param first whether this is the first block that uses spread so
   * @param spread where they may be put, from spreadAt on
   * @return where they start in {@link #array}
   */
  int place(int at, int count, boolean first, float[] spread, int spreadAt) {
    if (inPlace) {
      return buffer.offset + at;
    }
    if (first || !repeatsInBlock()) {
      runs.copy(at, at + count, buffer.reals, buffer.offset, spread, spreadAt - at);
    }
    return spreadAt;
  }

  /** The array that {@link #place} speaks of. */
  float[] array(float[] spread) {
    return inPlace ? buffer.reals : spread;
  }
}
