package ganengine.kernels.cpu;

import java.util.Optional;

/**
 * A linear map of a grid [rows.in, columns.in] of elements of many channels to [rows.out,
 * columns.out]: first down the columns, then along the rows, or at once where both have three
 * points.
 *
 * @param rows what maps an element's row
 * @param columns what maps an element's column
 * @param both both at once
 */
record PlaneMap(AxisMap rows, AxisMap columns, Optional<WinogradLoops.GridMap> both) {
  private static final WinogradLoops LOOPS = Loops.WINOGRAD;

  /** Channels at a time: 16 elements of them stay in a first-level cache. */
  private static final int CHANNELS = 256;

  /** Floats of working memory, for up to 4 x 4 elements. */
  static final int ROOM = 16 * CHANNELS;

  /** Windows under a phase's taps to its points. */
  static PlaneMap window(WinogradPhase phase) {
    return of(AxisMap.window(phase.tapsH()), AxisMap.window(phase.tapsW()), LOOPS::window3x3);
  }

  /** A phase's taps to its points. */
  static PlaneMap taps(WinogradPhase phase) {
    return of(AxisMap.taps(phase.tapsH()), AxisMap.taps(phase.tapsW()), LOOPS::spread3x3);
  }

  /** Points to the gradients of a phase's taps. */
  static PlaneMap tapGradients(WinogradPhase phase) {
    return of(
        AxisMap.tapGradients(phase.tapsH()), AxisMap.tapGradients(phase.tapsW()), LOOPS::fold3x3);
  }

  /** A tile's gradients to its points. */
  static PlaneMap spread(WinogradTiles tiles) {
    return of(AxisMap.spread(tiles.pointsH()), AxisMap.spread(tiles.pointsW()), LOOPS::spread3x3);
  }

  /** A tile's points to its outputs. */
  static PlaneMap fold(WinogradTiles tiles) {
    return of(AxisMap.fold(tiles.pointsH()), AxisMap.fold(tiles.pointsW()), LOOPS::fold3x3);
  }

  private static PlaneMap of(AxisMap rows, AxisMap columns, WinogradLoops.GridMap both) {
    boolean threePoints = rows.points() == 3 && columns.points() == 3;
    return new PlaneMap(rows, columns, threePoints ? Optional.of(both) : Optional.empty());
  }

  /**
   * to = map of from.
   *
   * @param rowStep floats between elements one below the other
   * @param columnStep floats between elements side by side
   * @param room working memory, {@link #ROOM} floats from {@link PackScratch#START} on
   * @param count channels
   */
  void apply(
      float[] from,
      int at,
      int rowStep,
      int columnStep,
      float[] to,
      int toAt,
      int toRowStep,
      int toColumnStep,
      float[] room,
      int count) {
    if (both.isPresent()) {
      both.get().apply(from, at, rowStep, columnStep, to, toAt, toRowStep, toColumnStep, count);
      return;
    }
    int between = PackScratch.START;
    for (int c = 0; c < count; c += CHANNELS) {
      int some = Math.min(CHANNELS, count - c);
      int line = columns.in() * some;
      rows.line()
          .apply(columns.in(), from, at + c, rowStep, columnStep, room, between, line, some, some);
      columns
          .line()
          .apply(
              rows.out(), room, between, some, line, to, toAt + c, toColumnStep, toRowStep, some);
    }
  }
}
