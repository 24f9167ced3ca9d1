package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * A filter transformed to its points, as right factors in column panels: [phases * inC, outC] for
 * the forward pass, or the transpose of that for the input gradient. The taps are brought into the
 * panels' order first, so that only they are turned, and transformed as they lie there.
 */
final class FilterTransform {
  private static final int DEPTH = MicroKernel.DEPTH;
  private static final int MOST_TAPS = 9;

  private final WinogradTiles tiles;
  private final boolean forward;
  private final int width;
  private final int rows;
  private final int columns;
  private final int panels;
  private final int pointStride;

  /**
   * A plan.
   *
   * @param forward whether for the forward pass
   * @param width columns of a panel
   */
  FilterTransform(WinogradTiles tiles, boolean forward, int width) {
    this.tiles = tiles;
    this.forward = forward;
    this.width = width;
    rows = forward ? tiles.phasedDepth() : tiles.size().outC();
    columns = forward ? tiles.size().outC() : tiles.phasedDepth();
    panels = ProductPart.ceilDivide(columns, width);
    pointStride = ProductPart.ceilDivide(rows, DEPTH) * panels * width * DEPTH;
  }

  /** Rows of all factors. */
  int rows() {
    return rows;
  }

  /** Columns of all factors. */
  int columns() {
    return columns;
  }

  /** The first row of a point's factor that is not empty. */
  int firstRow(int point) {
    return forward ? tiles.firstChannel(point) : 0;
  }

  /** Where such rows end. */
  int endRow(int point) {
    return forward ? tiles.endChannel(point) : rows;
  }

  /** The first column of a point's factor that is not empty. */
  int firstColumn(int point) {
    return forward ? 0 : tiles.firstChannel(point);
  }

  /** Where such columns end. */
  int endColumn(int point) {
    return forward ? columns : tiles.endChannel(point);
  }

  /** Floats of all factors. */
  int floats() {
    return tiles.points() * pointStride;
  }

  /** Points of a factor's filter. */
  int points() {
    return tiles.points();
  }

  /** Where a point's factor has row {@code k} of a block of rows in the panel of a column. */
  int at(int point, int block, int k, int column) {
    int panel = PackScratch.START + point * pointStride + block * panels * width + column * DEPTH;
    return panel + (k - block) * width;
  }

  /** Packs all of the filter; every thread takes part. */
  float[] pack(CpuThreads threads, PackScratch scratch, CpuBuffer filter) {
    float[] factors = scratch.shared(threads.slot(), floats());
    int panelFloats = width * DEPTH;
    threads.run(
        pointStride / panelFloats,
        task -> {
          float[] taps = scratch.transformed(threads.slot(), MOST_TAPS * panelFloats);
          float[] room = scratch.room(threads.slot(), PlaneMap.ROOM);
          int k = task / panels * DEPTH;
          int depth = Math.min(DEPTH, rows - k);
          int column = task % panels * width;
          int at = PackScratch.START + task * panelFloats;
          if (forward) {
            rowsOf(filter, k, depth, column, taps, factors, at, room);
          } else {
            columnsOf(filter, k, depth, column, taps, factors, at, room);
          }
        });
    return factors;
  }

  /** Packs a panel of the forward pass, one phase's rows after the other's. */
  private void rowsOf(
      CpuBuffer filter,
      int k,
      int depth,
      int column,
      float[] taps,
      float[] factors,
      int at,
      float[] room) {
    Convolution size = tiles.size();
    int wide = Math.min(width, columns - column);
    int filterStride = size.kernelH() * size.kernelW() * size.inC();
    for (int row = k; row < k + depth; ) {
      WinogradPhase phase = tiles.phases().get(row / size.inC());
      int channel = row % size.inC();
      int length = Math.min(size.inC() - channel, k + depth - row);
      int from = filter.offset + column * filterStride + tiles.tap(phase) + channel;
      for (int tap = 0; tap < phase.tapsH() * phase.tapsW(); tap++) {
        int source = from + offset(phase, tap);
        int to = tapAt(tap);
        PanelCopy.transpose(filter.reals, source, filterStride, taps, to, width, wide, length);
      }
      transform(phase, taps, factors, at + (row - k) * width, length * width, room);
      row += length;
    }
  }

  /** Packs a panel of the input gradient, whose columns are of phases of as many taps. */
  private void columnsOf(
      CpuBuffer filter,
      int k,
      int depth,
      int column,
      float[] taps,
      float[] factors,
      int at,
      float[] room) {
    Convolution size = tiles.size();
    int filterStride = size.kernelH() * size.kernelW() * size.inC();
    int end = Math.min(columns, column + width);
    for (int j = column; j < end; ) {
      WinogradPhase phase = tiles.phases().get(j / size.inC());
      int channel = j % size.inC();
      int length = Math.min(size.inC() - channel, end - j);
      int from = filter.offset + k * filterStride + tiles.tap(phase) + channel;
      for (int tap = 0; tap < phase.tapsH() * phase.tapsW(); tap++) {
        int source = from + offset(phase, tap);
        int to = tapAt(tap) + j - column;
        PanelCopy.copy(filter.reals, source, filterStride, taps, to, width, depth, length);
      }
      j += length;
    }
    WinogradPhase phase = tiles.phases().get(column / size.inC());
    transform(phase, taps, factors, at, depth * width, room);
  }

  /** Floats of a filter from a phase's first tap to the one numbered {@code tap}. */
  private int offset(WinogradPhase phase, int tap) {
    return tap / phase.tapsW() * tiles.tapRowStride()
        + tap % phase.tapsW() * tiles.tapColumnStride();
  }

  private int tapAt(int tap) {
    return PackScratch.START + tap * width * DEPTH;
  }

  private void transform(
      WinogradPhase phase, float[] taps, float[] factors, int at, int count, float[] room) {
    int tapStep = width * DEPTH;
    PlaneMap.taps(phase)
        .apply(
            taps,
            PackScratch.START,
            phase.tapsW() * tapStep,
            tapStep,
            factors,
            at,
            tiles.pointsW() * pointStride,
            pointStride,
            room,
            count);
  }
}
