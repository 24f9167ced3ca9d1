package ganengine.kernels.cpu;

/**
 * Along one axis, the input positions i with (i + pad) mod stride = phase. All of them are hit by
 * the same filter taps, and position {@code first + r * stride} by outputs at distance 1 from those
 * that hit its neighbour {@code r - 1}: on each phase the input gradient is a convolution of stride
 * 1.
 *
 * <p>Tap k of the filter hits position i from output o = (i + pad - k * dilation) / stride, where
 * that is whole. Taps are counted backwards here, so that outputs ascend.
 *
 * @param first smallest such position
 * @param count how many there are
 * @param taps how many filter taps hit them
 * @param lastTap the filter tap counted as 0: the one with the smallest output
 * @param tapStep from a counted tap to the next, in filter taps, downwards
 * @param origin output under counted tap 0 of position {@code first}; may be outside
 * @param dilation from a counted tap's output to the next one's
 */
record StridePhase(
    int first, int count, int taps, int lastTap, int tapStep, int origin, int dilation) {

  /** Phase {@code phase} below {@code stride} of an axis of {@code size} input positions. */
  static StridePhase of(int phase, int size, int kernel, int stride, int pad, int dilation) {
    int first = Math.floorMod(phase - pad, stride);
    int count = first < size ? (size - first + stride - 1) / stride : 0;
    int tapStep = stride / greatestCommonDivisor(stride, dilation);
    int firstTap = 0;
    while (firstTap < kernel && firstTap * dilation % stride != phase) {
      firstTap++;
    }
    if (firstTap == kernel) {
      return new StridePhase(first, count, 0, 0, tapStep, 0, 1);
    }
    int taps = (kernel - 1 - firstTap) / tapStep + 1;
    int lastTap = firstTap + (taps - 1) * tapStep;
    int origin = (first + pad - lastTap * dilation) / stride;
    return new StridePhase(
        first, count, taps, lastTap, tapStep, origin, tapStep * dilation / stride);
  }

  /** The filter tap counted as {@code j}. */
  int tap(int j) {
    return lastTap - j * tapStep;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
