package ganengine.kernels.cpu;

/**
 * One of {@link WinogradLoops}' maps, chosen by the sizes of an axis.
 *
 * @param in elements of a line that it reads
 * @param out elements that it writes
 */
record AxisMap(WinogradLoops.LineMap line, int in, int out) {
  private static final WinogradLoops LOOPS = Loops.WINOGRAD;

  /** Points on either side of it. */
  int points() {
    return Math.max(in, out);
  }

  /** A window under two or three taps to its points. */
  static AxisMap window(int taps) {
    return taps == 2 ? new AxisMap(LOOPS::window3, 3, 3) : new AxisMap(LOOPS::window4, 4, 4);
  }

  /** Two or three taps to their points. */
  static AxisMap taps(int taps) {
    return taps == 2 ? spread(3) : new AxisMap(LOOPS::taps4, 3, 4);
  }

  /** Points to the gradients of two or three taps. */
  static AxisMap tapGradients(int taps) {
    return taps == 2 ? fold(3) : new AxisMap(LOOPS::untaps4, 4, 3);
  }

  /** Two outputs' gradients to three or four points. */
  static AxisMap spread(int points) {
    return points == 3 ? new AxisMap(LOOPS::spread3, 2, 3) : new AxisMap(LOOPS::spread4, 2, 4);
  }

  /** Three or four points to two outputs. */
  static AxisMap fold(int points) {
    return points == 3 ? new AxisMap(LOOPS::fold3, 3, 2) : new AxisMap(LOOPS::fold4, 4, 2);
  }

  /** What the windows under two or three taps have in common. */
  static WinogradLoops.Overlap overlap(int taps) {
    return taps == 2 ? LOOPS::overlap3 : LOOPS::overlap4;
  }
}
