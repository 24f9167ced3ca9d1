package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * A filter spread to the nine points, as right factors in column panels: [phases * inC, outC] for
 * the forward pass, or the transpose of that for the input gradient. The taps are brought into the
 * panels' order first, so that only they are turned, and spread as they lie there.
 */
final class FilterTransform {
  private static final int DEPTH = MicroKernel.DEPTH;
  private static final int TAPS = 4;

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

  /** Rows of each factor: the length of the sums. */
  int rows() {
    return rows;
  }

  /** Columns of each factor. */
  int columns() {
    return columns;
  }

  /** Where a point's factor has its rows from {@code k} on, a multiple of the depth. */
  int at(int point, int k) {
    return PackScratch.START + point * pointStride + k * panels * width;
  }

  /** Packs all of the filter; every thread takes part. */
  float[] pack(CpuThreads threads, PackScratch scratch, CpuBuffer filter) {
    float[] factors = scratch.shared(threads.slot(), WinogradLoops.POINTS * pointStride);
    int panelFloats = width * DEPTH;
    threads.run(
        pointStride / panelFloats,
        task -> {
          float[] room = scratch.transformed(threads.slot(), TAPS * panelFloats);
          int k = task / panels * DEPTH;
          int depth = Math.min(DEPTH, rows - k);
          int column = task % panels * width;
          for (int tap = 0; tap < TAPS; tap++) {
            int at = PackScratch.START + tap * panelFloats;
            gather(filter, tap, k, depth, column, room, at);
          }
          Loops.WINOGRAD.spread(
              room,
              PackScratch.START,
              2 * panelFloats,
              panelFloats,
              factors,
              PackScratch.START + task * panelFloats,
              pointStride,
              depth * width);
        });
    return factors;
  }

  /** Copies one tap of the phases that a panel covers, phase by phase. */
  private void gather(CpuBuffer filter, int tap, int k, int depth, int column, float[] to, int at) {
    Convolution size = tiles.size();
    int wide = Math.min(width, columns - column);
    int filterStride = size.kernelH() * size.kernelW() * size.inC();
    int tapOffset = tap / 2 * tiles.tapRowStride() + tap % 2 * tiles.tapColumnStride();
    int first = forward ? k : column;
    int end = first + (forward ? depth : wide);
    for (int p = first; p < end; ) {
      int channel = p % size.inC();
      int length = Math.min(size.inC() - channel, end - p);
      int from = filter.offset + tiles.tap(p / size.inC()) + tapOffset + channel;
      if (forward) {
        from += column * filterStride;
        int target = at + (p - first) * width;
        PanelCopy.transpose(filter.reals, from, filterStride, to, target, width, wide, length);
      } else {
        from += k * filterStride;
        int target = at + p - first;
        PanelCopy.copy(filter.reals, from, filterStride, to, target, width, depth, length);
      }
      p += length;
    }
  }
}
