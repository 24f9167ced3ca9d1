package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * Adds transformed windows up to images: a pixel is in up to four of them. Down the columns first:
 * what two windows one below the other have in common, then what that and the same of their
 * neighbours to the left have in common.
 */
final class WindowOverlap {
  private static final int START = PackScratch.START;

  /** Most rows times columns of points that a column of tiles leaves. */
  private static final int POINTS = 8;

  private final WinogradTiles tiles;
  private final float[] sums;
  private final int pointStride;
  private final int nothing;
  private final float[] room;

  /**
   * For some tiles.
   *
   * @param sums [points, tiles, phases * inC]
   * @param pointStride floats from a point to the next one
   * @param nothing where there are zeros for a tile beyond the edge, point by point
   * @param room working memory
   */
  WindowOverlap(WinogradTiles tiles, float[] sums, int pointStride, int nothing, float[] room) {
    this.tiles = tiles;
    this.sums = sums;
    this.pointStride = pointStride;
    this.nothing = nothing;
    this.room = room;
  }

  /** Floats of working memory: for two columns of tiles and 2 x 2 pixels. */
  static int room(Convolution size) {
    return (2 * POINTS + 4) * size.inC();
  }

  /** Writes image {@code image} of x, whose tiles' sums start at {@code at}. */
  void image(int at, int image, CpuBuffer x) {
    Convolution size = tiles.size();
    int rows = ProductPart.ceilDivide(size.inH() + size.padTop(), 2 * size.strideH());
    for (int row = 0; row < rows; row++) {
      for (int phase = 0; phase < tiles.phases().size(); phase++) {
        row(at + phase * size.inC(), nothing + phase * size.inC(), row, phase, image, x);
      }
    }
  }

  /** Writes the 2 x 2 pixels of a phase that are the first of the windows of a row of tiles. */
  private void row(int at, int zeros, int row, int number, int image, CpuBuffer x) {
    Convolution size = tiles.size();
    WinogradPhase phase = tiles.phases().get(number);
    int columns = ProductPart.ceilDivide(size.inW() + size.padLeft(), 2 * size.strideW());
    int before = START;
    int own = START + POINTS * size.inC();
    down(zeros, zeros, phase, before);
    for (int column = 0; column < columns; column++) {
      down(tile(at, zeros, row - 1, column), tile(at, zeros, row, column), phase, own);
      int top = 2 * row * size.strideH() + phase.row() - size.padTop();
      int left = 2 * column * size.strideW() + phase.column() - size.padLeft();
      across(before, own, phase, top, left, image, x);
      int next = before;
      before = own;
      own = next;
    }
  }

  /** Where a tile's sums start. */
  private int tile(int at, int zeros, int row, int column) {
    boolean inside = row >= 0 && row < tiles.high() && column >= 0 && column < tiles.wide();
    return inside ? at + (row * tiles.wide() + column) * tiles.phasedDepth() : zeros;
  }

  /** [2, a row's points, inC] at {@code to}: what two windows one below the other share. */
  private void down(int above, int own, WinogradPhase phase, int to) {
    int inC = tiles.size().inC();
    int points = phase.tapsW() + 1;
    int pointRow = tiles.pointsW() * pointStride;
    AxisMap.overlap(phase.tapsH())
        .apply(points, sums, above, own, pointRow, pointStride, room, to, points * inC, inC, inC);
  }

  /** The pixels that two columns of windows share, as far as they are inside x. */
  private void across(
      int before, int own, WinogradPhase phase, int top, int left, int image, CpuBuffer x) {
    Convolution size = tiles.size();
    WinogradLoops.Overlap overlap = AxisMap.overlap(phase.tapsW());
    int inC = size.inC();
    int line = (phase.tapsW() + 1) * inC;
    int rowStride = size.strideH() * size.inW() * inC;
    int columnStride = size.strideW() * inC;
    int to = x.offset + ((image * size.inH() + top) * size.inW() + left) * inC;
    boolean inside =
        top >= 0
            && left >= 0
            && top + size.strideH() < size.inH()
            && left + size.strideW() < size.inW();
    if (inside) {
      overlap.apply(2, room, before, own, inC, line, x.reals, to, columnStride, rowStride, inC);
      return;
    }
    int edge = START + 2 * POINTS * inC;
    overlap.apply(2, room, before, own, inC, line, room, edge, inC, 2 * inC, inC);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        int h = top + i * size.strideH();
        int w = left + j * size.strideW();
        if (h >= 0 && h < size.inH() && w >= 0 && w < size.inW()) {
          int pixel = to + i * rowStride + j * columnStride;
          System.arraycopy(room, edge + (2 * i + j) * inC, x.reals, pixel, inC);
        }
      }
    }
  }
}
