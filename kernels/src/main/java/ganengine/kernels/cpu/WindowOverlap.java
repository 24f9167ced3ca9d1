package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/** Adds transformed windows up to images: a pixel is in up to four of them. */
final class WindowOverlap {
  private final WinogradTiles tiles;
  private final float[] sums;
  private final int pointStride;
  private final int nothing;
  private final int room;

  /**
   * For some tiles.
   *
   * @param sums [9, tiles, phases * inC]
   * @param pointStride floats from a point to the next one
   * @param nothing where there are zeros for a tile beyond the edge, point by point
   * @param room where there is room for 2 x 2 pixels
   */
  WindowOverlap(WinogradTiles tiles, float[] sums, int pointStride, int nothing, int room) {
    this.tiles = tiles;
    this.sums = sums;
    this.pointStride = pointStride;
    this.nothing = nothing;
    this.room = room;
  }

  /** Writes image {@code image} of x, whose tiles' sums start at {@code at}. */
  void image(int at, int image, CpuBuffer x) {
    Convolution size = tiles.size();
    int rows = ProductPart.ceilDivide(size.inH() + size.padTop(), 2 * size.strideH());
    int columns = ProductPart.ceilDivide(size.inW() + size.padLeft(), 2 * size.strideW());
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        blocks(at, row, column, image, x);
      }
    }
  }

  /** Writes the 2 x 2 pixels of every phase that are the first of a tile's window. */
  private void blocks(int at, int row, int column, int image, CpuBuffer x) {
    Convolution size = tiles.size();
    int corner = tile(at, row - 1, column - 1);
    int above = tile(at, row - 1, column);
    int before = tile(at, row, column - 1);
    int own = tile(at, row, column);
    int phases = size.strideH() * size.strideW();
    for (int phase = 0; phase < phases; phase++) {
      int top = 2 * row * size.strideH() + phase / size.strideW() - size.padTop();
      int left = 2 * column * size.strideW() + phase % size.strideW() - size.padLeft();
      int channel = phase * size.inC();
      block(
          corner + channel, above + channel, before + channel, own + channel, top, left, image, x);
    }
  }

  /** Where a tile's sums start. */
  private int tile(int at, int row, int column) {
    boolean inside = row >= 0 && row < tiles.high() && column >= 0 && column < tiles.wide();
    return inside ? at + (row * tiles.wide() + column) * tiles.phasedDepth() : nothing;
  }

  private void block(
      int corner, int above, int before, int own, int top, int left, int image, CpuBuffer x) {
    Convolution size = tiles.size();
    int inC = size.inC();
    int rowStride = size.strideH() * size.inW() * inC;
    int columnStride = size.strideW() * inC;
    int to = x.offset + ((image * size.inH() + top) * size.inW() + left) * inC;
    boolean inside =
        top >= 0
            && left >= 0
            && top + size.strideH() < size.inH()
            && left + size.strideW() < size.inW();
    if (inside) {
      Loops.WINOGRAD.overlap(
          sums, corner, above, before, own, pointStride, x.reals, to, rowStride, columnStride, inC);
      return;
    }
    Loops.WINOGRAD.overlap(
        sums, corner, above, before, own, pointStride, sums, room, 2 * inC, inC, inC);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        int h = top + i * size.strideH();
        int w = left + j * size.strideW();
        if (h >= 0 && h < size.inH() && w >= 0 && w < size.inW()) {
          int pixel = to + i * rowStride + j * columnStride;
          System.arraycopy(sums, room + (2 * i + j) * inC, x.reals, pixel, inC);
        }
      }
    }
  }
}
