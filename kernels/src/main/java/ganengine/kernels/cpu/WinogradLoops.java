package ganengine.kernels.cpu;

/**
 * The linear maps of Winograd's F(2, 2) and F(2, 3), two outputs of a filter of two or three taps,
 * along one axis. Both are given at the points 0, 1 and infinity, F(2, 3) also at -1, in this order
 * (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016). With w a window of
 * inputs, f the taps, (a, b) two outputs' gradients and m the points they are
 *
 * <pre>
 *   window3 w   = (w0 - w1, w1, w2 - w1)
 *   window4 w   = (w0 - w2, w1 + w2, w3 - w1, w2 - w1)
 *   spread3 f   = (f0, f0 + f1, f1)
 *   taps4 f     = (f0, (f0 + f1 + f2) / 2, f2, (f0 - f1 + f2) / 2)
 *   fold3 m     = (m0 + m1, m1 + m2)
 *   fold4 m     = (m0 + m1 + m3, m1 + m2 - m3)
 *   spread4 a,b = (a, a + b, b, a - b), fold4's transpose as spread3 is fold3's
 *   untaps4 m   = taps4's transpose
 *   overlap3, 4 = the windows' transposes, added up
 * </pre>
 *
 * so that fold3(window3(w) * spread3(f)) = (w0 f0 + w1 f1, w1 f0 + w2 f1) by three multiplications,
 * and likewise for three taps by four. As fold4 is fold3 but for the last point, sums over filters
 * of both sizes can be folded together.
 *
 * <p>A map acts on {@code lines} lines, {@code count} channels side by side in each element; count
 * is a multiple of the lanes. The elements of a line are {@code step} floats apart.
 */
interface WinogradLoops {
  /** One of the maps of both axes at once: less memory passes by where registers hold it all. */
  interface GridMap {
    /** to = map of from, elements of {@code count} channels at two steps each. */
    void apply(
        float[] from,
        int at,
        int rowStep,
        int columnStep,
        float[] to,
        int toAt,
        int toRowStep,
        int toColumnStep,
        int count);
  }

  /** One of these maps from lines to lines. */
  interface LineMap {
    /** to = map of from, for every line. */
    void apply(
        int lines,
        float[] from,
        int at,
        int step,
        int lineStep,
        float[] to,
        int toAt,
        int toStep,
        int toLineStep,
        int count);
  }

  /** One of the maps that add what two neighbouring windows have in common. */
  interface Overlap {
    /** The two elements that a window shares with the one before, for every line. */
    void apply(
        int lines,
        float[] points,
        int before,
        int own,
        int step,
        int lineStep,
        float[] to,
        int toAt,
        int toStep,
        int toLineStep,
        int count);
  }

  /** Window of three inputs to three points. */
  void window3(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** Window of four inputs to four points. */
  void window4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** Two taps, or two gradients, to three points. */
  void spread3(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** Two gradients to four points. */
  void spread4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** Three taps to four points. */
  void taps4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** Three points to two outputs, or the gradients of two taps. */
  void fold3(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** Four points to two outputs. */
  void fold4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** Four points to the gradients of three taps. */
  void untaps4(
      int lines,
      float[] from,
      int at,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** Three points each of two neighbouring windows, n before and m: (n2 + m0, m1 - m0 - m2). */
  void overlap3(
      int lines,
      float[] points,
      int before,
      int own,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** Four points each of the same: (n1 - n0 + n3 + m0, m1 - m2 - m3 + n2). */
  void overlap4(
      int lines,
      float[] points,
      int before,
      int own,
      int step,
      int lineStep,
      float[] to,
      int toAt,
      int toStep,
      int toLineStep,
      int count);

  /** window3 on both axes of 3 x 3 pixels. */
  void window3x3(
      float[] from,
      int at,
      int rowStep,
      int columnStep,
      float[] to,
      int toAt,
      int toRowStep,
      int toColumnStep,
      int count);

  /** spread3 on both axes of 2 x 2 taps or gradients. */
  void spread3x3(
      float[] from,
      int at,
      int rowStep,
      int columnStep,
      float[] to,
      int toAt,
      int toRowStep,
      int toColumnStep,
      int count);

  /** fold3 on both axes of 3 x 3 points. */
  void fold3x3(
      float[] from,
      int at,
      int rowStep,
      int columnStep,
      float[] to,
      int toAt,
      int toRowStep,
      int toColumnStep,
      int count);
}
