package ganengine.kernels.cpu;

/**
 * The linear maps of Winograd's F(2x2, 2x2), each on {@code count} channels side by side; count is
 * a multiple of the lanes. Along one axis they are, with w a window of three inputs,
 *
 * <pre>
 *   window (w0, w1, w2) = (w0 - w1, w1, w2 - w1)
 *   spread (a, b)       = (a, a + b, b)
 *   fold   (m0, m1, m2) = (m0 + m1, m1 + m2)
 * </pre>
 *
 * so that fold(window(w) * spread(f)) = (w0 f0 + w1 f1, w1 f0 + w2 f1): two outputs by three
 * multiplications. Fold is spread's transpose, {@link #overlap} is window's. All factors are 1 or
 * -1, so a transform rounds only in its sums of at most four numbers.
 *
 * <p>Here they act on both axes. A transformed tile is nine points {@code pointStride} floats
 * apart, row by row; what is not transformed is a grid of pixels or taps at two strides.
 */
interface WinogradLoops {
  /** Points of a transformed tile. */
  int POINTS = 9;

  /** points = window of the 3 x 3 pixels of x. */
  void window(
      float[] x,
      int atX,
      int rowStride,
      int columnStride,
      float[] points,
      int at,
      int pointStride,
      int count);

  /** points = spread of the 2 x 2 pixels or taps of x. */
  void spread(
      float[] x,
      int atX,
      int rowStride,
      int columnStride,
      float[] points,
      int at,
      int pointStride,
      int count);

  /** The 2 x 2 pixels or taps of y = fold of points. */
  void fold(
      float[] points,
      int at,
      int pointStride,
      float[] y,
      int atY,
      int rowStride,
      int columnStride,
      int count);

  /**
   * The 2 x 2 pixels of x that a tile's window shares with those of the tiles before, above and
   * before that (corner) = the sum of what transposed windows have there. Along one axis, with m
   * the tile's points and n those of the tile before: (n2 + m0, m1 - m0 - m2).
   */
  void overlap(
      float[] points,
      int corner,
      int above,
      int before,
      int own,
      int pointStride,
      float[] x,
      int atX,
      int rowStride,
      int columnStride,
      int count);
}
