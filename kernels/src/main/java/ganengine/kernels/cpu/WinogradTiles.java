package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.List;

/**
 * How a convolution whose filter is two to three strides wide is cut for Winograd's F(2, 2) and
 * F(2, 3): y into tiles of 2 x 2 pixels, numbered image by image and row by row, the last ones of
 * an odd side half outside; x and the filter into strideH x strideW phases, pixels or taps a stride
 * apart. On a phase the convolution has stride 1 and two or three taps along an axis, and a tile
 * sees a window of one pixel more than taps.
 *
 * <p>A transformed tile has pointsH x pointsW points. Phases of two taps have no part in an axis's
 * fourth point.
 */
record WinogradTiles(Convolution size, List<WinogradPhase> phases) {
  private static final int FOURTH = 3;

  WinogradTiles(Convolution size) {
    this(size, WinogradPhase.of(size));
  }

  /** Rows of tiles in an image. */
  int high() {
    return (size.outH() + 1) / 2;
  }

  /** Tiles in such a row. */
  int wide() {
    return (size.outW() + 1) / 2;
  }

  /** Tiles in an image. */
  int ofImage() {
    return high() * wide();
  }

  /** Tiles of the batch. */
  int count() {
    return size.batch() * ofImage();
  }

  /** Rows of points: 3, or 4 if any phase has three rows of taps. */
  int pointsH() {
    return size.kernelH() == 2 * size.strideH() ? 3 : 4;
  }

  /** Columns of points: 3 or 4. */
  int pointsW() {
    return size.kernelW() == 2 * size.strideW() ? 3 : 4;
  }

  /** Points of a transformed tile. */
  int points() {
    return pointsH() * pointsW();
  }

  /** Channels of x, phase by phase. */
  int phasedDepth() {
    return phases.size() * size.inC();
  }

  /** The first phased channel that has a part in a point. */
  int firstChannel(int point) {
    int phase = 0;
    while (!hasPart(phases.get(phase), point)) {
      phase++;
    }
    return phase * size.inC();
  }

  /** Where the phased channels that have a part in a point end; none between has none. */
  int endChannel(int point) {
    int phase = phases.size();
    while (!hasPart(phases.get(phase - 1), point)) {
      phase--;
    }
    return phase * size.inC();
  }

  private boolean hasPart(WinogradPhase phase, int point) {
    return (point / pointsW() != FOURTH || phase.tapsH() == 3)
        && (point % pointsW() != FOURTH || phase.tapsW() == 3);
  }

  /** The row of y that a tile starts in. */
  int top(int tile) {
    return tile / wide() % high() * 2;
  }

  /** The column of y that a tile starts in. */
  int left(int tile) {
    return tile % wide() * 2;
  }

  /** Where the taps of a phase start in a filter [kernelH, kernelW, inC]. */
  int tap(WinogradPhase phase) {
    return (phase.row() * size.kernelW() + phase.column()) * size.inC();
  }

  /** Floats of a filter from a phase's tap to the one below. */
  int tapRowStride() {
    return size.strideH() * size.kernelW() * size.inC();
  }

  /** Floats of a filter from a phase's tap to the one beside it. */
  int tapColumnStride() {
    return size.strideW() * size.inC();
  }

  /** The matrix [tiles, outC] of every tile's pixel (row, column) of y, 0 outside. */
  PatchMatrix pixels(CpuBuffer y, int row, int column) {
    PatchMatrix.Grid grid = new PatchMatrix.Grid(high(), wide(), row, column, 2, 2);
    return new PatchMatrix(
        y, size.outH(), size.outW(), size.outC(), 0, size.outC(), 1, 1, 1, 1, grid);
  }
}
